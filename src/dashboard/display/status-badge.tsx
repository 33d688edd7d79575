import {
  ArrowDownToLine,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Clock,
  Hourglass,
  LoaderCircle,
} from "lucide-react";
import { memo } from "react";
import type { Status } from "#contract/status.ts";
import { statusWord } from "./words.ts";

const looks = {
  unassigned: { icon: CircleDashed, colour: "text-muted" },
  preparing: { icon: ArrowDownToLine, colour: "text-info" },
  scheduled: { icon: Clock, colour: "text-info" },
  processing: { icon: LoaderCircle, colour: "text-info" },
  succeeded: { icon: CircleCheck, colour: "text-success" },
  failed: { icon: CircleX, colour: "text-danger" },
  expired: { icon: Hourglass, colour: "text-warning" },
  canceled: { icon: CircleSlash, colour: "text-muted" },
} as const;

export type StatusBadgeProps = {
  status: Status;
  /** 0 to 1, while it is processed. */
  progress?: number | null | undefined;
};

/** A status as icon and word, with the percentage while it is processed. */
export const StatusBadge = memo(function StatusBadge({ status, progress }: StatusBadgeProps) {
  const { icon: Icon, colour } = looks[status];
  const percent = status === "processing" && typeof progress === "number" ? Math.round(progress * 100) : undefined;
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap text-sm ${colour}`}>
      <Icon aria-hidden="true" className={`self-center ${status === "processing" ? "motion-safe:animate-spin" : ""}`} />
      <span className="font-medium">{statusWord(status)}</span>
      {percent === undefined ? null : <span className="tabular text-muted">{percent}%</span>}
    </span>
  );
});
