import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

/** Says that the network is gone, and that the page stays and recovers by itself. */
export function OfflineNotice() {
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status" className="shrink-0">
      {isOnline ? null : (
        <p className="border-border border-b bg-warning-quiet px-4 py-1.5 text-sm text-warning">
          You are offline. What is shown may be old; nothing is sent until the network is back, and then it goes on by
          itself.
        </p>
      )}
    </div>
  );
}
