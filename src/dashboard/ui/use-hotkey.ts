import { type RefObject, useEffect, useEffectEvent } from "react";
import { frontModal } from "./modals.ts";
import { isApple } from "./platform.ts";

export type HotkeyOptions = {
  isEnabled?: boolean;
  /** Also while a text is being typed; only sensible with a modifier. */
  evenWhileTyping?: boolean;
  /** Also under an open dialog, if that holds this element. */
  within?: RefObject<HTMLElement | null>;
};

/** `mod+k`, `shift+x`, `j`, `?`, `escape`; `mod` is Command on Apple's systems, else Control. Silent under an open dialog or menu. */
export function useHotkey(keys: string, onPress: (event: KeyboardEvent) => void, options: HotkeyOptions = {}): void {
  const { isEnabled = true, evenWhileTyping = false, within } = options;
  const press = useEffectEvent(onPress);
  useEffect(() => {
    if (!isEnabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matchesHotkey(event, keys)) return;
      if (isTyping(event.target) && !evenWhileTyping) return;
      if (isCovered(within?.current)) return;
      event.preventDefault();
      press(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [keys, isEnabled, evenWhileTyping, within]);
}

/** Whether something is open in front of the page, or of the element: a menu, or a dialog that does not hold it. */
function isCovered(element: HTMLElement | null | undefined): boolean {
  if (document.querySelector("[role=menu]")) return true;
  const modal = frontModal();
  return modal !== undefined && !(element && modal.contains(element));
}

/** Whether a press is the one that is written as `keys`, with these and no other keys held. */
export function matchesHotkey(
  event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "shiftKey">,
  keys: string,
): boolean {
  const parts = keys.toLowerCase().split("+");
  const key = parts.pop();
  const apple = isApple();
  const wantsMod = parts.includes("mod");
  if (event.key.toLowerCase() !== key) return false;
  if (event.metaKey !== (wantsMod && apple) || event.ctrlKey !== (wantsMod && !apple)) return false;
  if (event.altKey !== parts.includes("alt")) return false;
  // A sign such as "?" is made with Shift on many keyboards, so Shift counts for letters and named keys only.
  return event.shiftKey === parts.includes("shift") || !/^(\p{L}|\w{2,})$/u.test(key ?? "");
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return (
    target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type)
  );
}
