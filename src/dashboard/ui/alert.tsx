import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { quietTone, type Tone } from "./tone.ts";

export type AlertProps = {
  tone?: Tone;
  title: ReactNode;
  /** What happened, what was not done, what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** True for what appears after an act; then it is read out when it comes. */
  isAnnounced?: boolean;
  onDismiss?: () => void;
  className?: string;
};

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

export function Alert({
  tone = "info",
  title,
  children,
  action,
  isAnnounced = false,
  onDismiss,
  className,
}: AlertProps) {
  const Icon = icons[tone];
  const role = tone === "danger" || tone === "warning" ? "alert" : "status";
  return (
    <div
      role={isAnnounced ? role : undefined}
      className={clsx("flex gap-2 rounded-md px-3 py-2 text-sm", quietTone[tone], className)}
    >
      <Icon className="mt-0.5" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <p className="font-medium">{title}</p>
          {children && <div className="text-text">{children}</div>}
        </div>
        {action && <div className="flex shrink-0 gap-2">{action}</div>}
      </div>
      {onDismiss && <IconButton label="Dismiss" size="xs" icon={<X />} onClick={onDismiss} />}
    </div>
  );
}
