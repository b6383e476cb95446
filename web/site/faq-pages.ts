/** One page an entry and one for all, per locale: what search engines and browsers without JavaScript read. */
import { html } from 'hono/html';
import type { Locale, PublishedCatalogue, StoredEntry } from '../../functions/catalogue/catalogue.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { faqOf, type Html, homeOf, type Page, searchForm } from './document.ts';
import { plainText, renderedLine, renderedMarkdown } from './rendered-markdown.ts';

type Names = ReadonlyMap<string, string>;

/** Returns the page of an entry. */
export function entryPage(entry: StoredEntry, locale: Locale, catalogue: PublishedCatalogue): Page {
  const question = entry.question[locale];
  const answer = entry.answer[locale];
  return {
    locale,
    title: `${question} · Simtolk`,
    description: plainText(answer).slice(0, 300),
    addressIn: (one) => faqOf(one, entry.id),
    data: faqData([entry], locale),
    hasFloatingChat: true,
    body: entryBody(entry, locale, catalogue),
  };
}

function entryBody(entry: StoredEntry, locale: Locale, { entries, slots }: PublishedCatalogue): Html {
  const t = translatorFor(locale);
  const steps = entry.steps?.[locale] ?? [];
  const related = entry.related.flatMap((id) => entries.filter((other) => other.id === id));
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(entry.updated));
  return html`<div class="two"><article class="entry">
<p class="crumb"><a href="${faqOf(locale)}">${t('page.site.faq')}</a></p>
<h1>${entry.question[locale]}</h1>
<div class="answer">${renderedMarkdown(entry.answer[locale])}</div>
${notes(entry.operators, locale, namesOf(slots.operators))}${notes(entry.devices, locale, namesOf(slots.devices))}
${steps.length > 0 ? html`<h2>${t('page.site.steps')}</h2><ol class="steps">${steps.map((step) => html`<li>${renderedLine(step)}</li>`)}</ol>` : ''}
${entry.otherwise ? html`<h2>${t('page.site.otherwise')}</h2><div>${renderedMarkdown(entry.otherwise[locale])}</div>` : ''}
${entry.links.length > 0 ? html`<h2>${t('page.site.links')}</h2><ul>${entry.links.map(({ url, title }) => html`<li><a href="${url}" rel="noopener">${title[locale]}</a></li>`)}</ul>` : ''}
<p class="small">${t('page.site.updated', { date })}</p>
</article>
<aside>${related.length > 0 ? html`<nav class="related" aria-labelledby="related"><h2 id="related">${t('page.site.related')}</h2><ul>${related.map((other) => html`<li><a href="${faqOf(locale, other.id)}">${other.question[locale]}</a></li>`)}</ul></nav>` : ''}
<section class="more"><h2>${t('page.site.askMore')}</h2>${searchForm(locale)}<p><a class="button" href="${homeOf(locale)}">${t('page.site.home')}</a></p></section></aside></div>`;
}

function notes(notesById: StoredEntry['operators'], locale: Locale, names: Names): Html[] {
  return Object.entries(notesById).map(
    ([id, note]) =>
      html`<section class="note"><h2>${names.get(id) ?? id}</h2>${renderedMarkdown(note[locale])}</section>`,
  );
}

function namesOf(named: PublishedCatalogue['slots']['operators']): Names {
  return new Map(named.map(({ id, name }) => [id, name]));
}

/** Returns the page that lists all entries. */
export function faqPage(locale: Locale, catalogue: PublishedCatalogue): Page {
  const t = translatorFor(locale);
  return {
    locale,
    title: `${t('page.site.faqTitle')} · Simtolk`,
    description: t('page.site.description'),
    addressIn: (one) => faqOf(one),
    data: faqData(catalogue.entries, locale),
    hasFloatingChat: true,
    body: html`<h1>${t('page.site.faqTitle')}</h1>${searchForm(locale)}${groupList(locale, catalogue)}`,
  };
}

type GroupId = Parameters<typeof groupName>[0];
const groupName = (
  group: 'basics' | 'choosing' | 'buying' | 'activation' | 'using' | 'account' | 'changing' | 'support',
  locale: Locale,
) => translatorFor(locale)(`group.${group}`);
/** The order in which somebody meets the subjects. */
const GROUPS: readonly GroupId[] = [
  'activation',
  'using',
  'account',
  'changing',
  'basics',
  'choosing',
  'buying',
  'support',
];

/** Returns the groups with links to their entries; `most` shortens each list. */
export function groupList(locale: Locale, { entries }: PublishedCatalogue, most = Number.POSITIVE_INFINITY): Html {
  return html`<div class="groups">${GROUPS.map((group) => {
    const own = entries.filter((entry) => entry.group === group).slice(0, most);
    return html`<section class="group"><h2>${groupName(group, locale)}</h2><ul>${own.map((entry) => html`<li><a href="${faqOf(locale, entry.id)}" data-ask="${entry.question[locale]}">${entry.question[locale]}</a></li>`)}</ul></section>`;
  })}</div>`;
}

/** https://schema.org/FAQPage */
function faqData(entries: readonly StoredEntry[], locale: Locale): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: locale,
    mainEntity: entries.map(({ question, answer, steps }) => ({
      '@type': 'Question',
      name: question[locale],
      acceptedAnswer: {
        '@type': 'Answer',
        text: [answer[locale], ...(steps?.[locale] ?? [])].map(plainText).join('\n'),
      },
    })),
  };
}
