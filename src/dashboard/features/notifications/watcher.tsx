import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useMemo } from "react";
import type { Workflow } from "#contract/workflow.ts";
import { useApi } from "#dashboard/api/api.ts";
import { everything } from "#dashboard/api/list-filter.ts";
import { liveHeadQuery } from "#dashboard/api/list-queries.ts";
import { type ListRow, listRows, toListRow } from "#dashboard/api/list-row.ts";
import { listPollMs } from "#dashboard/api/polling.ts";
import { submitKey } from "#dashboard/api/submit-key.ts";
import { useIsInFront } from "#dashboard/api/use-is-in-front.ts";
import { someWorkflowsQuery } from "#dashboard/api/workflow-queries.ts";
import { toast } from "#dashboard/ui/toast.ts";
import { showBrowserNotice, useNoticesOn } from "./browser-notices.ts";
import { type Notice, newsOf, sayNotice } from "./notice.ts";
import { keepNews, unwatch, useWatches, watch } from "./watch-store.ts";

/** Watched workflows that are read one by one when they are no longer among the newest. */
const oneByOneAtMost = 20;

/** More than this at once become one notice. */
const apartAtMost = 3;

/** How often a tab in the background looks, if the operator wants to be told there. Otherwise it never does. */
const backgroundPollMs = 60_000;

const nothing: { workflows: readonly Workflow[]; gone: readonly string[] } = { workflows: [], gone: [] };

/** Draws nothing: looks how the watched workflows are doing, and tells what is new. Asks nobody while none is watched. */
export function Watcher() {
  useOwnRuns();
  useTelling(useWatched());
  return null;
}

/** What this browser runs is watched without being asked to. */
function useOwnRuns(): void {
  const { account } = useApi();
  const client = useQueryClient();
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ type, mutation }) => {
        const isSubmit = mutation?.options.mutationKey?.[0] === submitKey[0];
        if (type !== "updated" || !isSubmit || mutation.state.status !== "success") return;
        // Proven by the key: only a submit has it, and it answers a workflow.
        const { id } = mutation.state.data as Workflow;
        if (id) watch(account, id);
      }),
    [client, account],
  );
}

/** The watched workflows as they are now: from the list that other screens read too, and one by one what is older. */
function useWatched(): readonly ListRow[] {
  const api = useApi();
  const { watched } = useWatches(api.account);
  const isInFront = useIsInFront();
  const polling = {
    refetchInterval: isInFront ? listPollMs.active : backgroundPollMs,
    refetchIntervalInBackground: useNoticesOn(),
  };
  const head = useQuery({ ...liveHeadQuery(api, everything, listRows), enabled: watched.length > 0, ...polling });
  const older = watched
    .map(({ id }) => id)
    .filter((id) => head.data && !head.data.items.some((workflow) => workflow.id === id))
    .slice(0, oneByOneAtMost);
  const others = useQuery({
    ...someWorkflowsQuery(api, older),
    enabled: older.length > 0,
    ...polling,
  });
  const { workflows, gone } = others.data ?? nothing;
  useEffect(() => {
    // Deleted, or of another account: there is nothing left to tell.
    for (const id of gone) unwatch(api.account, id);
  }, [gone, api.account]);
  return useMemo(() => [...(head.data?.items ?? []), ...workflows.map(toListRow)], [head.data, workflows]);
}

function useTelling(found: readonly ListRow[]): void {
  const { account, hideMature } = useApi();
  const { watched } = useWatches(account);
  const navigate = useNavigate();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isToldOutside = useNoticesOn();
  const open = (id: string) => void navigate({ to: "/workflows/$workflowId", params: { workflowId: id } });

  const tell = useEffectEvent(() => {
    const at = new Date().toISOString();
    const told: Notice[] = [];
    for (const one of watched) {
      const row = found.find(({ id }) => id === one.id);
      const news = row && newsOf(one, row, at);
      if (news?.notice && keepNews(account, one, news)) told.push(news.notice);
    }
    const isAway = document.visibilityState === "hidden" || !document.hasFocus();
    // Who looks at its page sees it there.
    const worth = told.filter(({ id }) => isAway || path !== `/workflows/${id}`);
    if (worth.length > apartAtMost) {
      const title = `${worth.length} watched workflows have news`;
      const list = () => void navigate({ to: "/workflows", search: {} });
      toast({ title, action: { label: "See the list", onPress: list } });
      if (isAway && isToldOutside) showBrowserNotice("several", title, "", list);
      return;
    }
    for (const notice of worth) {
      const { title, detail, tone } = sayNotice(notice, hideMature);
      toast({ title, description: detail, tone, action: { label: "Open", onPress: () => open(notice.id) } });
      if (isAway && isToldOutside) showBrowserNotice(notice.id, title, detail, () => open(notice.id));
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read anew is what there may be news in.
  useEffect(() => tell(), [found]);
}
