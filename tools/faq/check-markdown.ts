/** Checks that the Markdown of entries renders as meant, and carries nothing but what the page shows. */
import { lexer, type Token, walkTokens } from 'marked';
import type { CheckContext } from './check-content.ts';
import { entryTexts } from './entry-texts.ts';
import type { CheckFinding } from './finding.ts';

/** What the widget and the plain text of a reply can show. */
const SHOWN = ['space', 'paragraph', 'text', 'strong', 'em', 'codespan', 'link', 'br', 'escape', 'list', 'list_item'];

/** Returns an error for each fault of the Markdown of an entry. */
export function checkMarkdown({ content, lineOf }: Pick<CheckContext, 'content' | 'lineOf'>): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const [id, entry] of content.entries) {
    const file = `${entry.group}/${id}.yaml`;
    for (const { path, text } of entryTexts(entry)) {
      for (const [reason, advice] of markdownFaults(text)) {
        findings.push({ severity: 'error', file: `faq/${file}`, line: lineOf(file, path), reason, advice });
      }
    }
  }
  return findings;
}

/** Returns what is wrong in the Markdown: pairs of reason and advice. */
export function markdownFaults(markdown: string): readonly (readonly [string, string])[] {
  const faults: (readonly [string, string])[] = [];
  const look = (token: Token) => {
    if (token.type === 'html') faults.push([`raw HTML: ${token.raw.trim()}`, 'write it without tags']);
    else if (!SHOWN.includes(token.type))
      faults.push([`Markdown that is not shown (${token.type}): ${token.raw.trim().slice(0, 40)}`, 'write it as text']);
    if (token.type === 'link' && !/^(?:https:\/\/|mailto:|tel:)/.test(token.href))
      faults.push([`the link ${token.href} is not https`, 'use the https address']);
    if (token.type === 'text' && !('tokens' in token && token.tokens)) faults.push(...leftOver(token.raw));
  };
  walkTokens(lexer(markdown), look);
  return faults;
}

/** Marks that are still there when Markdown was read did not find their partner. */
function leftOver(text: string): readonly (readonly [string, string])[] {
  if (text.includes('**'))
    return [
      [
        `bold that does not close: ${text.slice(text.indexOf('**')).slice(0, 40)}`,
        'put ** in pairs, with punctuation and quotes outside the bold',
      ],
    ];
  if (text.includes('`')) return [['a ` without its partner', 'put code between two `']];
  const brackets = /\[[^\]]*\]\([^)]*$|\]\(/.exec(text);
  return brackets ? [[`a link that does not close: ${brackets[0]}`, 'write links as [title](https://…)']] : [];
}
