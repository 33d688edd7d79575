import { useEffect } from "react";
import { useStable } from "#dashboard/ui/use-stable.ts";

/** Answer the browser's own copy with a text, where nothing else is selected to be copied. `undefined` leaves it alone. */
export function useCopy(text: () => string | undefined): void {
  const copy = useStable((event: ClipboardEvent) => {
    const isInField = event.target instanceof Element && event.target.closest("input, textarea, [contenteditable]");
    if (isInField || !window.getSelection()?.isCollapsed) return;
    const copied = text();
    if (copied === undefined) return;
    event.clipboardData?.setData("text/plain", copied);
    event.preventDefault();
  });
  useEffect(() => {
    document.addEventListener("copy", copy);
    return () => document.removeEventListener("copy", copy);
  }, [copy]);
}
