import { useEffect } from "react";
import { frontModal } from "#dashboard/ui/modals.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";

/** Hear of texts that are pasted while nothing is being typed. Says whether the text was taken. */
export function usePaste(take: (text: string) => boolean): void {
  const latest = useStable(take);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const isTyping =
        target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true], dialog");
      if (isTyping || event.defaultPrevented || frontModal()) return;
      if (latest(clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [latest]);
}
