import { defaultFilter } from "cmdk";

/** Words that only have the letters somewhere, in their order, are not what was meant. */
const leastFit = 0.1;

/** How well a command fits what was typed, 0 to 1. An id is found by a part of it as it stands: any letters are in some id. */
export function fitOf(id: string, typed: string, words: string[] = []): number {
  const isPartOfId = typed.length >= 4 && id.toLowerCase().includes(typed.toLowerCase());
  if (isPartOfId) return 1;
  const fit = defaultFilter(words.join(" "), typed);
  return fit < leastFit ? 0 : fit;
}
