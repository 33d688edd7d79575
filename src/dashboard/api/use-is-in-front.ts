import { focusManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Whether this tab is looked at. In one that is not, nothing is asked of a server. */
export function useIsInFront(): boolean {
  return useSyncExternalStore(subscribe, () => focusManager.isFocused());
}

function subscribe(listener: () => void): () => void {
  return focusManager.subscribe(listener);
}
