import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";

/** Something that can be done on the page that is open. Commands that ask before they act end in "…". */
export type PageCommand = {
  id: string;
  label: string;
  /** A second, quieter word: the status of a workflow, the state of a switch. */
  hint?: string;
  icon?: ReactNode;
  onSelect: () => void;
};

/*
 * What the open page offers to the command palette: each part of it says its own commands while it is there. They are
 * read when the palette opens, so that nothing is drawn again for them.
 */
const offers = new Map<string, () => readonly PageCommand[]>();

/** Offer commands in the palette as long as this part of the page is there. */
export function usePageCommands(commands: readonly PageCommand[]): void {
  const id = useId();
  const latest = useRef(commands);
  useLayoutEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    offers.set(id, () => latest.current);
    return () => void offers.delete(id);
  }, [id]);
}

/** What can be done on the page now. */
export function readPageCommands(): PageCommand[] {
  return [...offers.values()].flatMap((read) => read());
}
