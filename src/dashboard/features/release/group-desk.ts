import type { Workflow } from "#contract/workflow.ts";

/** By what the workflows at the desk are put together. */
export type DeskGrouping = "none" | "tag" | "template";

export type DeskGroup = { title: string | undefined; workflows: Workflow[] };

/** The workflows under their first tag or the template they came from; what has none stands last. */
export function groupDesk(workflows: readonly Workflow[], by: DeskGrouping): DeskGroup[] {
  if (by === "none") return [{ title: undefined, workflows: [...workflows] }];
  const groups = new Map<string, Workflow[]>();
  for (const workflow of workflows) {
    const title = titleOf(workflow, by);
    groups.set(title, [...(groups.get(title) ?? []), workflow]);
  }
  const named = [...groups]
    .filter(([title]) => title !== "")
    .map(([title, members]) => ({ title, workflows: members }));
  const others = groups.get("");
  const rest = by === "tag" ? "Without a tag" : "Without a template";
  return others ? [...named, { title: rest, workflows: others }] : named;
}

function titleOf({ tags, metadata }: Workflow, by: "tag" | "template"): string {
  if (by === "tag") return tags?.[0] ?? "";
  return typeof metadata?.template === "string" ? metadata.template : "";
}
