import clsx from "clsx";

/** Keeps the place of what loads; give it the final size by class. The region around it says `aria-busy`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={clsx("block animate-pulse rounded-sm bg-border", className)} />;
}
