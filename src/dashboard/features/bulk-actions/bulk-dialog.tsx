import { useState } from "react";
import { type ListRow, paidFor } from "#dashboard/api/list-row.ts";
import { buzzNumber, countNumber } from "#dashboard/display/words.ts";
import { ConfirmDialog } from "#dashboard/ui/confirm-dialog.tsx";
import { Field } from "#dashboard/ui/field.tsx";
import { LazyCombobox } from "#dashboard/ui/lazy-combobox.tsx";
import { TextField } from "#dashboard/ui/text-field.tsx";
import { type BulkKind, planBulk, sayPlan } from "./bulk-plan.ts";

export type PlainKind = Exclude<BulkKind, "release">;

type Props = {
  kind: PlainKind;
  selected: readonly ListRow[];
  onClose: () => void;
  onConfirm: (items: ListRow[], tag: string) => void;
};

const titles: Record<PlainKind, string> = {
  "add-tag": "Add a tag",
  "remove-tag": "Remove a tag",
  cancel: "Cancel workflows",
  delete: "Delete workflows",
};

/** Says what a bulk action will do to how many before it does it. */
export function BulkDialog({ kind, selected, onClose, onConfirm }: Props) {
  const [tag, setTag] = useState("");
  const wantsTag = kind === "add-tag" || kind === "remove-tag";
  const plan = planBulk(kind, selected, tag.trim());
  const seen = [...new Set(selected.flatMap(({ tags }) => tags))].toSorted();
  const reason =
    wantsTag && tag.trim() === ""
      ? "Name the tag first."
      : plan.items.length === 0
        ? "There is nothing to do."
        : undefined;
  return (
    <ConfirmDialog
      isOpen
      title={titles[kind]}
      description={wantsTag && tag.trim() === "" ? "One tag, to all that are selected." : sayPlan(plan)}
      confirmLabel={`${titles[kind].split(" ")[0]} ${wantsTag && tag.trim() !== "" ? `“${tag.trim()}” ${kind === "add-tag" ? "to" : "from"} ` : ""}${countNumber(plan.items.length)}`}
      variant={kind === "cancel" || kind === "delete" ? "danger" : "primary"}
      cancelLabel="Leave them"
      disabledReason={reason}
      onClose={onClose}
      onConfirm={() => onConfirm(plan.items, tag.trim())}
    >
      {kind === "add-tag" ? (
        <Field label="Tag">
          <TextField value={tag} onValueChange={setTag} />
        </Field>
      ) : null}
      {kind === "remove-tag" ? (
        <Field label="Tag">
          <LazyCombobox
            options={seen.map((one) => ({ value: one, label: one }))}
            value={tag === "" ? undefined : tag}
            placeholder="One of their tags"
            onValueChange={(next) => setTag(next ?? "")}
          />
        </Field>
      ) : null}
      {(kind === "cancel" || kind === "delete") && plan.items.length > 0 ? (
        <p className="text-sm">{sayMoney(kind, plan.items)}</p>
      ) : null}
    </ConfirmDialog>
  );
}

function sayMoney(kind: "cancel" | "delete", items: readonly ListRow[]): string {
  const sum = paidFor(items);
  const paid =
    sum === undefined ? "What was paid for them is unknown" : `${buzzNumber(sum)} Buzz was paid for them so far`;
  return kind === "cancel"
    ? `${paid}; what is not delivered yet comes back.`
    : `${paid}. They go with their outputs, for good; what still runs is canceled first, and what is not delivered comes back.`;
}
