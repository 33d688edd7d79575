import { useEffect, useEffectEvent } from "react";

/** Close what floats on a press outside of it and its trigger, and when the focus leaves both. */
export function useDismiss(isOpen: boolean, parts: () => (Element | null | undefined)[], onDismiss: () => void): void {
  const leave = useEffectEvent((target: EventTarget | null) => {
    if (!(target instanceof Node)) return;
    if (!parts().some((part) => part?.contains(target))) onDismiss();
  });
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: Event) => leave(event.target);
    document.addEventListener("pointerdown", listen, true);
    document.addEventListener("focusin", listen, true);
    return () => {
      document.removeEventListener("pointerdown", listen, true);
      document.removeEventListener("focusin", listen, true);
    };
  }, [isOpen]);
}
