import { ArrowDown, ArrowUp, ClipboardCopy, Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import { Menu } from "#dashboard/ui/menu.tsx";
import type { DraftStep } from "./chain.ts";

type Props = {
  step: DraftStep;
  index: number;
  count: number;
  isMarked: boolean;
  onMark: (key: string) => void;
  onRenameStart: () => void;
  onMoveBy: (key: string, by: number) => void;
  onCopy: (key: string) => void;
  onDuplicate: (key: string) => void;
  onRemove: (key: string) => void;
};

/** What can be done with one step. */
export function StepMenu({
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
}: Props) {
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
