import { Chip } from "#dashboard/ui/chip.tsx";

/** A tag, and a way to remove it where that is offered. */
export function TagChip({ tag, onRemove }: { tag: string; onRemove?: () => void }) {
  return (
    <Chip className="max-w-48" {...(onRemove ? { onRemove, removeLabel: `Remove the tag ${tag}` } : {})}>
      <span className="truncate" title={tag}>
        {tag}
      </span>
    </Chip>
  );
}
