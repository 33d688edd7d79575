import clsx from "clsx";
import type { ReactNode } from "react";
import { quietTone, type Tone } from "./tone.ts";

export type BadgeProps = {
  /** `plain` brings no colour: the class does. */
  tone?: Tone | "neutral" | "accent" | "plain";
  icon?: ReactNode;
  className?: string;
  title?: string;
  children: ReactNode;
};

const tones = { ...quietTone, neutral: "bg-hover text-muted", accent: "bg-accent-quiet text-accent", plain: "" };

export function Badge({ tone = "neutral", icon, className, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={clsx(
        "tabular inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs [&_.lucide]:size-3.5",
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
