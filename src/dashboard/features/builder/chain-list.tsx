import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { memo, useMemo, useState } from "react";
import { announce } from "#dashboard/ui/live-region.ts";
import { useStable } from "#dashboard/ui/use-stable.ts";
import type { Chain, DraftStep } from "./chain.ts";
import { type CardThreads, chainThreads } from "./chain-threads.ts";
import { StepCard } from "./step-card.tsx";
import { summariseStep } from "./summarise-step.ts";

type Props = {
  chain: Chain;
  selectedKey: string | undefined;
  /** How many problems each step has, in the order of steps. */
  problemCounts: readonly number[];
  markedKeys: ReadonlySet<string>;
  onSelect: (key: string) => void;
  /** Mark or unmark one more. */
  onMark: (key: string) => void;
  /** Mark everything up to it. */
  onReach: (key: string) => void;
  onRename: (key: string, name: string) => void;
  onMove: (key: string, position: number) => void;
  onCopy: (key: string) => void;
  onDuplicate: (key: string) => void;
  onRemove: (key: string) => void;
};

// Made once: for others the cards would all be drawn again.
const pointerOptions = { activationConstraint: { distance: 6 } };
const keyboardOptions = { coordinateGetter: sortableKeyboardCoordinates };

/** The chain as a list, in the order of its steps: to be read, picked from, and put in order by hand or by keyboard. */
export const ChainList = memo(function ChainList({ chain, onMove, ...card }: Props) {
  const sensors = useSensors(useSensor(PointerSensor, pointerOptions), useSensor(KeyboardSensor, keyboardOptions));
  // The same list as long as no step comes, goes, moves or is renamed: the cards are drawn again only then.
  const outline = JSON.stringify(chain.steps.map(({ key, name }) => ({ key, name })));
  const named = useMemo<Pick<DraftStep, "key" | "name">[]>(() => JSON.parse(outline), [outline]);
  const woven = JSON.stringify(useMemo(() => chainThreads(chain.steps), [chain.steps]));
  const threads = useMemo<CardThreads[]>(() => JSON.parse(woven), [woven]);
  // Threads lie between places: while one of the cards is in the hand, they show nothing true.
  const [isDragging, setDragging] = useState(false);
  const keys = useMemo(() => named.map(({ key }) => key), [named]);
  const nameOf = (key: unknown) => chain.steps.find((step) => step.key === key)?.name ?? "";
  const place = (key: unknown) => `position ${keys.indexOf(String(key)) + 1} of ${keys.length}`;
  const pickedUp = (key: unknown) => `Picked up ${nameOf(key)}, ${place(key)}.`;
  const drop = ({ active, over }: DragEndEvent) => {
    setDragging(false);
    if (over && over.id !== active.id) onMove(String(active.id), keys.indexOf(String(over.id)));
  };
  const moveBy = useStable((key: string, by: number) => {
    const position = keys.indexOf(key) + by;
    onMove(key, position);
    announce(`${nameOf(key)} is at position ${position + 1} of ${keys.length}.`);
  });
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragStart={() => setDragging(true)}
      onDragEnd={drop}
      onDragCancel={() => setDragging(false)}
      accessibility={{
        announcements: {
          onDragStart: ({ active }) => pickedUp(active.id),
          // A step that was just picked up is over its own place: that must not take the first words away.
          onDragOver: ({ active, over }) =>
            over?.id === active.id
              ? pickedUp(active.id)
              : over
                ? `${nameOf(active.id)} is over ${place(over.id)}.`
                : undefined,
          onDragEnd: ({ active, over }) =>
            over ? `${nameOf(active.id)} is at ${place(over.id)}.` : `${nameOf(active.id)} stays.`,
          onDragCancel: ({ active }) => `${nameOf(active.id)} stays where it was.`,
        },
        screenReaderInstructions: {
          draggable:
            "Press Space to pick the step up, the arrow keys to move it, Space to put it down, Escape to leave it.",
        },
      }}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol aria-label="Chain" data-dragging={isDragging || undefined} className="ml-2 flex flex-col">
          {chain.steps.map((step, index) => (
            <StepCard
              key={step.key}
              step={step}
              index={index}
              count={keys.length}
              steps={named}
              threads={threads[index]}
              isSelected={step.key === card.selectedKey}
              isMarked={card.markedKeys.has(step.key)}
              summary={summariseStep(step)}
              problems={card.problemCounts[index] ?? 0}
              onSelect={card.onSelect}
              onMark={card.onMark}
              onReach={card.onReach}
              onRename={card.onRename}
              onMoveBy={moveBy}
              onCopy={card.onCopy}
              onDuplicate={card.onDuplicate}
              onRemove={card.onRemove}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
});
