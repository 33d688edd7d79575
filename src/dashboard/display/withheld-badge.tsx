import { ShieldAlert } from "lucide-react";

/** How many outputs are withheld and wait for somebody to release them. */
export function WithheldBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap rounded-sm bg-withheld-quiet px-1.5 py-0.5 font-medium text-withheld text-xs">
      <ShieldAlert aria-hidden="true" className="size-3.5" />
      {count} withheld
    </span>
  );
}
