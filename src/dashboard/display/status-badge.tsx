import { __iconData as arrowDownToLine } from "lucide-react/icons/arrow-down-to-line";
import { __iconData as circleCheck } from "lucide-react/icons/circle-check";
import { __iconData as circleDashed } from "lucide-react/icons/circle-dashed";
import { __iconData as circleSlash } from "lucide-react/icons/circle-slash";
import { __iconData as circleX } from "lucide-react/icons/circle-x";
import { __iconData as clock } from "lucide-react/icons/clock";
import { __iconData as hourglass } from "lucide-react/icons/hourglass";
import { __iconData as loaderCircle } from "lucide-react/icons/loader-circle";
import { memo } from "react";
import type { Status } from "#contract/status.ts";
import { Sign, shapesOf } from "#dashboard/ui/sign.tsx";
import { statusWord } from "./words.ts";

const looks = {
  unassigned: { shapes: shapesOf(circleDashed), colour: "text-muted" },
  preparing: { shapes: shapesOf(arrowDownToLine), colour: "text-info" },
  scheduled: { shapes: shapesOf(clock), colour: "text-info" },
  processing: { shapes: shapesOf(loaderCircle), colour: "text-info" },
  succeeded: { shapes: shapesOf(circleCheck), colour: "text-success" },
  failed: { shapes: shapesOf(circleX), colour: "text-danger" },
  expired: { shapes: shapesOf(hourglass), colour: "text-warning" },
  canceled: { shapes: shapesOf(circleSlash), colour: "text-muted" },
} as const;

export type StatusBadgeProps = {
  status: Status;
  /** 0 to 1, while it is processed. */
  progress?: number | null | undefined;
};

/** A status as icon and word, with the percentage while it is processed. */
export const StatusBadge = memo(function StatusBadge({ status, progress }: StatusBadgeProps) {
  const { shapes, colour } = looks[status];
  const percent = status === "processing" && typeof progress === "number" ? Math.round(progress * 100) : undefined;
  return (
    <span className={`inline-flex items-baseline gap-1.5 whitespace-nowrap font-medium text-sm ${colour}`}>
      <Sign shapes={shapes} className={`self-center ${status === "processing" ? "motion-safe:animate-spin" : ""}`} />
      {statusWord(status)}
      {percent === undefined ? null : <span className="tabular font-normal text-muted">{percent}%</span>}
    </span>
  );
});
