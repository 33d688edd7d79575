import { QueryClient, QueryClientProvider, useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";

/*
 * The least that the same stack needs for a list of the same data: React, TanStack Query, TanStack Virtual and a sheet of
 * classes. What the dashboard does beyond it has to be worth the difference. Not shipped.
 */

type Row = {
  id: string;
  status: string;
  createdAt: string;
  metadata: { name: string };
  tags: string[];
  steps: { $type: string; output?: { images?: { id: string; url: string }[] } }[];
  transactions: { list: { amount: number }[] };
};
type Page = { items: Row[]; next?: string };

const rowPx = 40;
const take = new URLSearchParams(location.search).get("take") ?? "50";

function List() {
  const [status, setStatus] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const { data, fetchNextPage, isFetchingNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: ["rows", status],
    queryFn: async ({ pageParam }): Promise<Page> =>
      (await fetch(`/v2/consumer/workflows?take=${take}&status=${status}&cursor=${pageParam}`)).json(),
    initialPageParam: "",
    getNextPageParam: (page: Page) => page.next,
  });
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 10 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <div className="flex flex-col h-screen">
      <div className="flex items-center gap-2 p-3">
        <h1 className="text-lg font-semibold">Workflows</h1>
        <button type="button" onClick={() => setStatus(status === "" ? "failed" : "")}>
          Failed
        </button>
      </div>
      <div ref={scroller} className="flex-1 overflow-auto">
        <ol aria-label="Workflows" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            return row ? (
              <li key={row.id} className="row" style={{ transform: `translateY(${start}px)` }}>
                <a href={`/workflows/${row.id}`}>{row.metadata.name}</a>
                <span>{row.status}</span>
                <span>{row.steps.map(({ $type }) => $type).join(" > ")}</span>
                <span>
                  {row.steps
                    .flatMap(({ output }) => output?.images ?? [])
                    .map(({ id, url }) => (
                      <img key={id} src={url} alt="" loading="lazy" width={32} height={32} />
                    ))}
                </span>
                <span>{row.tags.join(", ")}</span>
                <span>{row.transactions.list.reduce((sum, { amount }) => sum + amount, 0)}</span>
                <time dateTime={row.createdAt}>{new Date(row.createdAt).toLocaleTimeString()}</time>
              </li>
            ) : null;
          })}
        </ol>
      </div>
    </div>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <List />
  </QueryClientProvider>,
);
