import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import clsx from "clsx";
import { GripVertical, Link2 } from "lucide-react";
import { memo, useState } from "react";
import { countOf, stepTypeName } from "#dashboard/display/words.ts";
import { Badge } from "#dashboard/ui/badge.tsx";
import { Chip } from "#dashboard/ui/chip.tsx";
import type { DraftStep } from "./chain.ts";
import { stepReferences } from "./chain-references.ts";
import type { CardThreads } from "./chain-threads.ts";
import { describeReference } from "./describe-reference.ts";
import { StepMenu } from "./step-menu.tsx";
import { StepNameField } from "./step-name-field.tsx";
import { laneColor, ThreadRail } from "./thread-rail.tsx";

type Props = {
  step: DraftStep;
  /** All steps of the chain, for their names. */
  steps: readonly Pick<DraftStep, "key" | "name">[];
  /** The references that lead to it, from it and past it. */
  threads: CardThreads | undefined;
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
 * A step of the chain: its place in the list, which follows a drag by being moved and nothing else. What it shows is
 * drawn again only when it changes itself, so that dragging and typing in one step of many stay quick.
 */
export const StepCard = memo(function StepCard(props: Props) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: props.step.key,
  });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={clsx("relative flex gap-2 pb-2", isDragging && "z-10")}
    >
      <CardContent
        {...props}
        isDragging={isDragging}
        handleRef={setActivatorNodeRef}
        handleAttributes={attributes}
        handleListeners={listeners}
      />
    </li>
  );
});

type Sortable = ReturnType<typeof useSortable>;
type ContentProps = Props & {
  isDragging: boolean;
  handleRef: Sortable["setActivatorNodeRef"];
  handleAttributes: Sortable["attributes"];
  handleListeners: Sortable["listeners"];
};

/** Its number on the rail, what it is, what it uses, and what can be done with it. */
const CardContent = memo(function CardContent(props: ContentProps) {
  const { step, steps, index, isSelected, isMarked, isDragging } = props;
  const [isRenaming, rename] = useState(false);
  return (
    <>
      {props.threads ? <ThreadRail parts={props.threads.parts} /> : null}
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
          <CardButton {...props} />
        )}
        <span className="flex shrink-0 items-center p-1">
          <StepMenu {...props} onRenameStart={() => rename(true)} />
          <button
            type="button"
            ref={props.handleRef}
            {...props.handleAttributes}
            {...props.handleListeners}
            aria-label={`Move ${step.name}`}
            className="flex size-7 cursor-grab touch-none items-center justify-center rounded-md text-subtle hover:bg-hover"
          >
            <GripVertical size={14} />
          </button>
        </span>
      </div>
    </>
  );
});

/** The card itself: a press shows the form; with Ctrl, Shift or x it marks. */
function CardButton({ step, steps, threads, isSelected, isMarked, summary, problems, ...props }: Props) {
  const { onSelect, onMark, onReach } = props;
  const references = stepReferences(step, steps);
  return (
    <button
      type="button"
      onClick={(event) => {
        if (event.shiftKey) onReach(step.key);
        else if (event.ctrlKey || event.metaKey) onMark(step.key);
        else onSelect(step.key);
      }}
      onKeyDown={(event) => {
        if (event.key === "x" && !event.ctrlKey && !event.metaKey) onMark(step.key);
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
        {problems > 0 ? <Badge tone="danger">{countOf(problems, "problem")}</Badge> : null}
      </span>
      {summary === undefined && references.length > 0 ? null : (
        <span className="max-w-full truncate text-muted text-xs">{summary ?? "Nothing filled in yet"}</span>
      )}
      {references.length > 0 ? (
        <span className="flex max-w-full flex-wrap gap-1 pt-1">
          {references.map(({ path, reference, target }) => (
            <Chip key={path.join(".")} icon={<Link2 size={12} className={laneColor(threads?.lanes[target] ?? -1)} />}>
              {describeReference(reference)}
            </Chip>
          ))}
        </span>
      ) : null}
    </button>
  );
}
