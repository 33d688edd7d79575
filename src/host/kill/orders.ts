/** What is ordered: pictures that come out well or not, some with a second step that waits for the first. */
export type Order = { number: number; word: string; quantity: number; isChained: boolean };

const words = [
  ...["", "", "", "[rated:x]", "[rated:x]", "[fail]", "[partial]"],
  ...["[fail-once]", "[slow]", "[expire]", "[blocked:Law]", "[rated:x] [partial]"],
];

export function makeOrder(number: number, random: () => number): Order {
  return {
    number,
    word: words[Math.floor(random() * words.length)] ?? "",
    quantity: 1 + Math.floor(random() * 3),
    isChained: random() < 0.5,
  };
}

/** The key by which an order is placed once, however often it is sent. */
export function externalIdOf({ number }: Order): string {
  return `order-${number}`;
}

export function templateOf(order: Order): object {
  const { number, word, quantity, isChained } = order;
  const first = {
    ...{ $type: "imageGen", name: "first", retries: 1 },
    input: { engine: "flux", prompt: `lighthouse ${number} ${word}`, width: 64, height: 64, quantity },
  };
  return {
    externalId: externalIdOf(order),
    tags: ["kill"],
    metadata: { note: "ordered" },
    steps: [first, ...(isChained ? [{ $type: "imageGen", name: "second", input: secondInput(1) }] : [])],
  };
}

/** The input of the second step; its price is by the quantity, and it waits for a picture of the first. */
export function secondInput(quantity: number): object {
  const prompt = { $ref: "first", path: "output.images[0].id" };
  return { engine: "flux", prompt, width: 64, height: 64, quantity };
}

/** Whole Buzz: 10 a picture. Source: decisions, "Step types". */
export function priceOf({ quantity, isChained }: Order): number {
  return 10 * (quantity + (isChained ? 1 : 0));
}
