import { Chip } from "#dashboard/ui/chip.tsx";

/** A tag, and a way to remove it where that is offered. */
export function TagChip({ tag, onRemove }: { tag: string; onRemove?: () => void }) {
  return (
    <Chip className="max-w-48" title={tag} {...(onRemove ? { onRemove, removeLabel: `Remove the tag ${tag}` } : {})}>
      {tag}
    </Chip>
  );
}
