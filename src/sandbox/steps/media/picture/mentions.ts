/** Does a prompt speak of one of the words? A pattern such as `boat|ship`, whole words, singular or plural. */
export function mentions(prompt: string, words: string): boolean {
  return countMentions(prompt, words) > 0;
}

/** How often a prompt uses one of the words. "street" does not speak of a tree. */
export function countMentions(prompt: string, words: string): number {
  return prompt.toLowerCase().match(new RegExp(`\\b(?:${words})(?:s|es)?\\b`, "g"))?.length ?? 0;
}
