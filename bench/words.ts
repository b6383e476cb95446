/** Words as Intl.Segmenter sees them, for peers that have no Chinese segmentation of their own. */

/** The Chinese segmenter cuts Latin words at spaces and punctuation too, so one serves all languages. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Returns the words of the text in lower case. */
export function words(text: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.toLowerCase())) {
    if (isWordLike) found.push(segment);
  }
  return found;
}
