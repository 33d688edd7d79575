import clsx from "clsx";

export type ProgressBarProps = {
  label: string;
  /** 0 to 1; `undefined` while nobody knows. */
  value: number | undefined;
  className?: string;
};

export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = value === undefined ? undefined : Math.round(Math.max(0, Math.min(1, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={clsx("h-1 w-full overflow-hidden rounded-full bg-hover", className)}
    >
      <div
        className={clsx(
          "h-full rounded-full bg-accent transition-[width]",
          percent === undefined &&
            "w-1/3 animate-slide motion-reduce:w-full motion-reduce:animate-none motion-reduce:opacity-40",
        )}
        style={percent === undefined ? undefined : { width: `${percent}%` }}
      />
    </div>
  );
}
