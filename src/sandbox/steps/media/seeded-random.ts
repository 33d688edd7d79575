import { randomFrom, seedFrom } from "#sandbox/random.ts";

/** A stream of numbers that the same text and seed always give again. */
export type SeededRandom = {
  /** At least 0, below 1. */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  integer(low: number, high: number): number;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
};

/** Numbers from a text and a seed. */
export function seededRandom(text: string, seed: number): SeededRandom {
  const next = randomFrom(seedFrom(seed, text));
  const between = (low: number, high: number) => low + next() * (high - low);
  const integer = (low: number, high: number) => Math.floor(between(low, high + 1));
  return { next, between, integer, pick: (items) => items[integer(0, items.length - 1)] ?? items[0] };
}
