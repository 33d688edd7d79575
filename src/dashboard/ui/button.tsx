import clsx from "clsx";
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";
import { Spinner } from "./spinner.tsx";
import { useTooltip } from "./use-tooltip.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "spend";
export type ButtonSize = "xs" | "sm" | "md";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled"> & {
  variant?: ButtonVariant;
  /** 24, 28 or 32 px (the default). */
  size?: ButtonSize;
  icon?: ReactNode;
  /** At work: stays focusable, answers no press, shows a spinner in place of the icon. */
  isBusy?: boolean;
  /** Why it cannot be pressed now. Said on hover, on focus, on press, and to the screen reader. */
  disabledReason?: string | undefined;
  /** Shown on hover and focus; not read out, so never the only place of a fact. */
  hint?: string;
};

const base =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-accent-text hover:bg-accent-hover",
  secondary: "border-border bg-raised text-text hover:border-border-strong",
  quiet: "border-transparent text-text hover:bg-hover",
  danger: "border-transparent bg-danger-fill text-danger-fill-text hover:bg-danger-fill-hover",
  // Ink, so that the one press that costs something looks like no other press.
  spend: "border-transparent bg-text text-inverse hover:bg-muted",
};

const disabledVariants: Record<ButtonVariant, string> = {
  primary: "border-border bg-sunken text-subtle",
  secondary: "border-border text-subtle",
  quiet: "border-transparent text-subtle",
  danger: "border-border bg-sunken text-subtle",
  spend: "border-border bg-sunken text-subtle",
};

const sizes: Record<ButtonSize, string> = { xs: "h-6 px-1.5", sm: "h-7 px-2", md: "h-8 px-3" };
const squares: Record<ButtonSize, string> = { xs: "size-6", sm: "size-7", md: "size-8" };

/** How a link looks that stands where a button could. */
export function buttonClasses(variant: ButtonVariant = "secondary", size: ButtonSize = "md"): string {
  return clsx(base, sizes[size], variants[variant]);
}

export function Button({
  variant = "secondary",
  size = "md",
  icon,
  isBusy = false,
  disabledReason,
  hint,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const isDisabled = disabledReason !== undefined;
  const tooltip = useTooltip(disabledReason ?? hint);
  const reasonId = useId();
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (!isBusy && !isDisabled) return onClick?.(event);
    // Also keeps a submit button from submitting.
    event.preventDefault();
    if (isDisabled) tooltip.show();
  };
  return (
    <span role="presentation" className="contents" {...(isDisabled || hint ? tooltip.area : undefined)}>
      <button
        {...rest}
        type={type}
        className={clsx(
          base,
          (children ? sizes : squares)[size],
          isDisabled ? disabledVariants[variant] : variants[variant],
          className,
        )}
        aria-disabled={isBusy || isDisabled || undefined}
        aria-busy={isBusy || undefined}
        aria-describedby={isDisabled ? reasonId : rest["aria-describedby"]}
        onClick={press}
      >
        {isBusy ? <Spinner /> : icon}
        {children}
      </button>
      {isDisabled && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
      {tooltip.bubble}
    </span>
  );
}
