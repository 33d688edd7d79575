import clsx from "clsx";
import { LoaderCircle } from "lucide-react";

type SpinnerProps = { label?: string; className?: string };

/** Shows itself only after 150 ms, so that a quick answer never flickers. Without a label it is decoration. */
export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span className="inline-flex animate-after-a-moment" role={label ? "status" : undefined}>
      <LoaderCircle className={clsx("animate-spin", className)} />
      {label && <span className="sr-only">{label}</span>}
    </span>
  );
}
