import clsx from "clsx";
import { CircleQuestionMark } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { FieldContext, labelIdOf } from "./field-context.ts";
import { IconButton } from "./icon-button.tsx";

export type FieldProps = {
  label: ReactNode;
  /** Below the control, on demand: behind a question mark unless `isHelpOpen`. */
  help?: ReactNode;
  isHelpOpen?: boolean;
  /** In place of the help. */
  error?: ReactNode;
  isRequired?: boolean;
  /** Beside the label: a mark that the field was changed, its unit. */
  mark?: ReactNode;
  /** At the end of the label's line: reset, mode switch. */
  action?: ReactNode;
  /** For a control that no label can point at (a group): the label then names the group. */
  isGroup?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label above, control, then error or help. The control inside takes its id and description from here. */
export function Field({
  label,
  help,
  isHelpOpen = false,
  error,
  isRequired,
  mark,
  action,
  isGroup,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const [wantsHelp, setWantsHelp] = useState(false);
  const noteId = `${id}-note`;
  const note = error ?? (isHelpOpen || wantsHelp ? help : undefined);
  const control = {
    id: isGroup ? undefined : id,
    "aria-describedby": note ? noteId : undefined,
    "aria-invalid": error ? (true as const) : undefined,
    "aria-required": isRequired ? (true as const) : undefined,
  };
  const name = "font-medium text-sm text-text";
  return (
    <div
      className={clsx("flex min-w-0 flex-col gap-1", className)}
      {...(isGroup && {
        role: "group",
        "aria-labelledby": labelIdOf(id),
        "aria-describedby": control["aria-describedby"],
      })}
    >
      <div className="flex min-h-6 items-center gap-1.5">
        {isGroup ? (
          <span id={labelIdOf(id)} className={name}>
            {label}
          </span>
        ) : (
          <label id={labelIdOf(id)} htmlFor={id} className={name}>
            {label}
          </label>
        )}
        {isRequired && <span className="text-subtle text-xs">required</span>}
        {mark}
        {help && !isHelpOpen && (
          <IconButton
            label="Help"
            icon={<CircleQuestionMark className="size-3.5 text-subtle" />}
            size="xs"
            aria-expanded={wantsHelp}
            onClick={() => setWantsHelp(!wantsHelp)}
          />
        )}
        {action && <span className="ml-auto flex items-center">{action}</span>}
      </div>
      <FieldContext value={isGroup ? {} : control}>{children}</FieldContext>
      {note && (
        <p id={noteId} className={clsx("text-xs", error ? "text-danger" : "text-muted")}>
          {note}
        </p>
      )}
    </div>
  );
}
