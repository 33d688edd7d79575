import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import clsx from "clsx";
import { ArrowDown, ArrowUp, ClipboardCopy, Copy, Ellipsis, GripVertical, Link2, Pencil, Trash2 } from "lucide-react";
import { memo, useState } from "react";
import { stepTypeName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Chip } from "#dashboard/ui/chip.tsx";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import type { DraftStep } from "./chain.ts";
import { stepReferences } from "./chain-references.ts";
import { describeReference } from "./describe-reference.ts";
import { StepNameField } from "./step-name-field.tsx";

type Props = {
  step: DraftStep;
  /** All steps of the chain, for their names. */
  steps: readonly Pick<DraftStep, "key" | "name">[];
  index: number;
  count: number;
  isSelected: boolean;
  /** One of several that are copied, duplicated or deleted together. */
  isMarked: boolean;
  /** The variant and the start of the prompt, in a line. */
  summary: string | undefined;
  problems: number;
  onSelect: (key: string) => void;
  onMark: (key: string) => void;
  onReach: (key: string) => void;
  onRename: (key: string, name: string) => void;
  onMoveBy: (key: string, by: number) => void;
  onCopy: (key: string) => void;
  onDuplicate: (key: string) => void;
  onRemove: (key: string) => void;
};

/**
 * A step of the chain: its number on the rail, what it is, what it uses, and what can be done with it. Drawn again only
 * when it changes itself, so that typing in one step of many stays quick.
 */
export const StepCard = memo(function StepCard(props: Props) {
  const { step, steps, index, isSelected, isMarked, summary, problems } = props;
  const [isRenaming, rename] = useState(false);
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: step.key,
  });
  const references = stepReferences(step, steps);
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx("relative flex gap-2 pb-2", isDragging && "z-10")}
    >
      <span aria-hidden="true" className="flex w-6 flex-col items-center">
        <span
          className={clsx(
            "flex size-6 shrink-0 items-center justify-center rounded-full border font-medium text-xs tabular-nums",
            isSelected ? "border-accent bg-accent text-accent-text" : "border-border-strong bg-surface text-muted",
          )}
        >
          {index + 1}
        </span>
        {index < props.count - 1 ? <span className="mt-1 w-px flex-1 bg-border-strong" /> : null}
      </span>
      <div
        className={clsx(
          "flex min-w-0 flex-1 items-start rounded-md border",
          !isMarked && "bg-surface",
          isMarked && "bg-accent-quiet",
          isSelected || isMarked ? "border-accent" : "border-border hover:border-border-strong",
          isDragging && "shadow-float",
        )}
      >
        {isRenaming ? (
          <div className="min-w-0 flex-1 p-2">
            <StepNameField
              name={step.name}
              taken={steps.filter(({ key }) => key !== step.key).map(({ name }) => name)}
              onDone={(name) => {
                rename(false);
                if (name !== undefined) props.onRename(step.key, name);
              }}
            />
          </div>
        ) : (
          <button
            type="button"
            onClick={(event) => {
              if (event.shiftKey) props.onReach(step.key);
              else if (event.ctrlKey || event.metaKey) props.onMark(step.key);
              else props.onSelect(step.key);
            }}
            onKeyDown={(event) => {
              if (event.key === "x" && !event.ctrlKey && !event.metaKey) props.onMark(step.key);
            }}
            aria-current={isSelected ? "step" : undefined}
            className="flex min-w-0 flex-1 flex-col items-start gap-0.5 rounded-md px-3 py-2 text-left"
          >
            <span className="flex max-w-full items-center gap-2">
              <span className="truncate font-medium text-sm">{step.name}</span>
              {step.name === step.type ? null : (
                <span className="shrink-0 text-subtle text-xs">{stepTypeName(step.type)}</span>
              )}
              {isMarked ? <Badge tone="accent">Selected</Badge> : null}
              {problems > 0 ? (
                <Badge tone="danger">{problems === 1 ? "1 problem" : `${problems} problems`}</Badge>
              ) : null}
            </span>
            {summary === undefined && references.length > 0 ? null : (
              <span className="max-w-full truncate text-muted text-xs">{summary ?? "Nothing filled in yet"}</span>
            )}
            {references.length > 0 ? (
              <span className="flex max-w-full flex-wrap gap-1 pt-1">
                {references.map(({ path, reference }) => (
                  <Chip key={path.join(".")} icon={<Link2 size={12} />}>
                    {describeReference(reference)}
                  </Chip>
                ))}
              </span>
            ) : null}
          </button>
        )}
        <span className="flex shrink-0 items-center p-1">
          <CardMenu {...props} onRenameStart={() => rename(true)} />
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={`Move ${step.name}`}
            className="flex size-7 cursor-grab touch-none items-center justify-center rounded-md text-subtle hover:bg-hover"
          >
            <GripVertical size={14} />
          </button>
        </span>
      </div>
    </li>
  );
});

function CardMenu({
  step,
  index,
  count,
  isMarked,
  onMark,
  onRenameStart,
  onMoveBy,
  onCopy,
  onDuplicate,
  onRemove,
}: Props & { onRenameStart: () => void }) {
  return (
    <Menu
      label={`Actions of ${step.name}`}
      trigger={(trigger) => (
        <IconButton {...trigger} size="sm" label={`Actions of ${step.name}`} icon={<Ellipsis size={16} />} />
      )}
      items={[
        {
          id: "mark",
          label: "Select for a group",
          keys: "x",
          isChecked: isMarked,
          onSelect: () => onMark(step.key),
        },
        { id: "rename", label: "Rename", icon: <Pencil size={14} />, onSelect: onRenameStart },
        { id: "copy", label: "Copy", icon: <ClipboardCopy size={14} />, onSelect: () => onCopy(step.key) },
        { id: "duplicate", label: "Duplicate", icon: <Copy size={14} />, onSelect: () => onDuplicate(step.key) },
        {
          id: "up",
          label: "Move up",
          icon: <ArrowUp size={14} />,
          startsGroup: true,
          disabledReason: index === 0 ? "It is the first." : undefined,
          onSelect: () => onMoveBy(step.key, -1),
        },
        {
          id: "down",
          label: "Move down",
          icon: <ArrowDown size={14} />,
          disabledReason: index === count - 1 ? "It is the last." : undefined,
          onSelect: () => onMoveBy(step.key, 1),
        },
        {
          id: "remove",
          label: "Delete",
          icon: <Trash2 size={14} />,
          isDanger: true,
          startsGroup: true,
          onSelect: () => onRemove(step.key),
        },
      ]}
    />
  );
}
