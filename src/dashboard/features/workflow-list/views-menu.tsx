import { Bookmark, BookmarkPlus, ListFilter, Settings2 } from "lucide-react";
import { Suspense, useState } from "react";
import { Button } from "#dashboard/ui/button.tsx";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { Menu } from "#dashboard/ui/menu.tsx";
import type { ListSearch } from "./list-search.ts";
import { isSameSearch, useViews } from "./saved-views.ts";

const SaveViewDialog = lazyPart(async () => (await import("./view-dialogs.tsx")).SaveViewDialog);
const ManageViewsDialog = lazyPart(async () => (await import("./view-dialogs.tsx")).ManageViewsDialog);

type Props = {
  search: ListSearch;
  onOpen: (search: ListSearch) => void;
  /** The link of a filter, to be handed on. */
  linkOf: (search: ListSearch) => string;
};

/** Named filters: open one, keep the present one, put them in order. */
export function ViewsMenu({ search, onOpen, linkOf }: Props) {
  const views = useViews();
  const [asking, ask] = useState<"save" | "manage">();
  const current = views.find((view) => isSameSearch(view.search, search));
  return (
    <>
      <Menu
        label="Views"
        align="start"
        trigger={(trigger) => (
          <Button {...trigger} size="sm" variant="quiet" icon={<Bookmark size={14} />}>
            {current?.name ?? "Views"}
          </Button>
        )}
        items={[
          ...views.map((view) => ({
            id: `view ${view.name}`,
            label: view.name,
            isChecked: view === current,
            ...(view.isDefault ? { hint: "Opens first" } : {}),
            onSelect: () => onOpen(view.search),
          })),
          {
            id: "all",
            label: "All workflows",
            icon: <ListFilter size={14} />,
            startsGroup: views.length > 0,
            onSelect: () => onOpen({}),
          },
          { id: "save", label: "Save this view", icon: <BookmarkPlus size={14} />, onSelect: () => ask("save") },
          { id: "manage", label: "Manage views", icon: <Settings2 size={14} />, onSelect: () => ask("manage") },
        ]}
      />
      <Suspense>
        {asking === "save" ? (
          <SaveViewDialog search={search} name={current?.name ?? ""} onClose={() => ask(undefined)} />
        ) : asking === "manage" ? (
          <ManageViewsDialog linkOf={linkOf} onClose={() => ask(undefined)} />
        ) : null}
      </Suspense>
    </>
  );
}
