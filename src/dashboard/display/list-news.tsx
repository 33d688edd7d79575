import { ArrowUp } from "lucide-react";
import { useEffect } from "react";
import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import { announce } from "#dashboard/ui/live-region.ts";

/** How many came since a list was read: told as they come, and put into the list when that is asked for. */
export function NewOnes({ count, announcement, onShow }: { count: number; announcement: string; onShow: () => void }) {
  useEffect(() => {
    if (count > 0) announce(announcement);
  }, [count, announcement]);
  if (count === 0) return null;
  return (
    <Button size="sm" variant="primary" icon={<ArrowUp className="size-3.5" />} onClick={onShow}>
      {count} new
    </Button>
  );
}

/** Above a list of which nobody knows whether it is still so. */
export function MayBeOld() {
  return (
    <div className="px-4 pb-2">
      <Alert tone="warning" title="This list may be old">
        It could not be read again just now; that is tried by itself.
      </Alert>
    </div>
  );
}
