import { Bell as BellIcon, BellRing } from "lucide-react";
import { Suspense } from "react";
import { useApi } from "#dashboard/api/api.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Popover } from "#dashboard/ui/popover.tsx";
import { markSeen, useWatches } from "./watch-store.ts";

const BellPanel = lazyPart(async () => (await import("./bell-panel.tsx")).BellPanel);

/** What was told lately, what is watched, and whether the browser may tell it, too. */
export function Bell() {
  const { account } = useApi();
  const { watched, notices } = useWatches(account);
  const newCount = notices.filter(({ isSeen }) => !isSeen).length;
  return (
    <Popover
      label="Notifications"
      align="end"
      className="w-84 max-w-[calc(100vw-16px)] p-0"
      onOpenChange={(isOpen) => {
        if (!isOpen) markSeen(account);
      }}
      trigger={(trigger) => (
        <span className="relative flex">
          <IconButton
            {...trigger}
            label={newCount > 0 ? `Notifications, ${newCount} new` : "Notifications"}
            icon={watched.length > 0 ? <BellRing size={16} /> : <BellIcon size={16} />}
          />
          {newCount > 0 ? (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute top-0.5 right-0.5 min-w-3.5 rounded-full bg-accent px-1 text-center font-medium text-accent-text text-xs leading-[14px]"
            >
              {newCount}
            </span>
          ) : null}
        </span>
      )}
    >
      {(close) => (
        <Suspense fallback={<div className="h-24" />}>
          <BellPanel onFollow={close} />
        </Suspense>
      )}
    </Popover>
  );
}
