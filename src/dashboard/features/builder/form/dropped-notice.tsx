import { Alert } from "#dashboard/ui/alert.tsx";
import { Button } from "#dashboard/ui/button.tsx";
import type { Dropped } from "./use-variant.ts";

/** Says which values a choice had no place for, and takes the choice back on request. */
export function DroppedNotice({ dropped }: { dropped: Dropped | undefined }) {
  if (!dropped) return null;
  return (
    <Alert
      tone="info"
      isAnnounced
      title={
        dropped.names.length === 1
          ? "One value has no place in this variant"
          : `${dropped.names.length} values have no place in this variant`
      }
      onDismiss={dropped.dismiss}
      action={
        <Button size="sm" onClick={dropped.undo}>
          Undo
        </Button>
      }
    >
      Left out: {dropped.names.join(", ")}. They come back when a variant is chosen that takes them.
    </Alert>
  );
}
