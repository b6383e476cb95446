/** The files that a new entry starts from. */
import type { Content } from '../../functions/catalogue/content.ts';
import type { ContentFile } from '../../functions/catalogue/parse.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Returns the two files of a new entry, its texts empty so that it cannot be published unwritten. Throws when id or group do not fit. */
export function scaffold(
  { id, group, today }: { readonly id: string; readonly group: string; readonly today: string },
  { entries }: Pick<Content, 'entries'>,
): readonly ContentFile[] {
  if (!ID.test(id)) throw new Error(`"${id}" is no id: write small letters, digits and hyphens, such as lost-stolen.`);
  const known = entries.get(id);
  if (known) throw new Error(`${id} exists already, in faq/${known.group}.`);
  const groups = [...new Set([...entries.values()].map((entry) => entry.group))].sort();
  if (!groups.includes(group)) throw new Error(`"${group}" is no group: choose one of ${groups.join(', ')}.`);
  return [
    { path: `${group}/${id}.yaml`, text: entryText(today) },
    { path: `${group}/${id}.phrasings.yaml`, text: PHRASINGS },
  ];
}

const PHRASINGS = `# yaml-language-server: $schema=../schema/phrasings.schema.json
# By language and voice (a name for who would say it this way); 40 or more for each language.
zh:
  editor: []
en:
  editor: []
nl:
  editor: []
`;

function entryText(today: string): string {
  return `# yaml-language-server: $schema=../schema/entry.schema.json
# docs/editors.md tells what goes where.
question:
  zh: ""
  en: ""
  nl: ""
answer:
  zh: ""
  en: ""
  nl: ""
steps:
  zh:
    - ""
  en:
    - ""
  nl:
    - ""
otherwise:
  zh: ""
  en: ""
  nl: ""
related: []
links: []
sources: []
unverified: []
topic: { money: false, legal: false }
reviewed: ${today}
`;
}
