/** What the operator of the demo did with a workflow after submitting it. */
export type Afterwards =
  /** Released what was withheld, so many minutes later. */
  | { kind: "release"; minutes: number }
  /** Canceled it while it ran. */
  | { kind: "cancel"; seconds: number }
  /** Nothing: it is still going on when the demo opens. */
  | { kind: "leave" };

/** One workflow of the demo: when it was submitted, as what, and what became of it. */
export type Story = {
  /** Days before the demo opens. */
  daysAgo: number;
  /** The body of the submit. */
  body: { steps: object[]; metadata: object; tags: string[] } & Record<string, unknown>;
  afterwards?: Afterwards;
};

/** A workflow with a name, as an operator would label it. */
export function story(
  daysAgo: number,
  name: string,
  tags: string[],
  steps: object[],
  more: { afterwards?: Afterwards; metadata?: object } & Record<string, unknown> = {},
): Story {
  const { afterwards, metadata, ...rest } = more;
  return { daysAgo, body: { steps, metadata: { name, ...metadata }, tags, ...rest }, afterwards };
}
