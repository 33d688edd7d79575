import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { type ListRow, toListRow } from "#dashboard/api/list-row.ts";
import { type Notice, newsOf, sayNotice } from "./notice.ts";
import { keepNews, keepOnly, markSeen, readWatches, unwatch, watch } from "./watch-store.ts";

const at = "2026-11-26T10:00:00Z";
const watching = { id: "wf-1", isWithheldTold: false };
const withheldStep = {
  $type: "imageGen",
  name: "figure",
  status: "succeeded" as const,
  output: { images: [{ id: "a.jpg", type: "image", available: false, nsfwLevel: "x" }] },
};
const aRow = (change: Partial<Workflow> = {}): ListRow =>
  toListRow({
    ...{ id: "wf-1", createdAt: at, status: "processing", steps: [], metadata: { name: "Fox" } },
    ...change,
  });
const noticeOf = (change: Partial<Workflow>): Notice => {
  const { notice } = newsOf(watching, aRow(change), at);
  if (!notice) throw new Error("There is no news.");
  return notice;
};

describe("the watches of an account", () => {
  it("stay with their connection, whichever of its accounts they are of, and go with it", () => {
    watch("sandbox sandbox_one", "wf-1");
    watch("hosted-1", "wf-2");
    expect(readWatches("sandbox sandbox_two").watched).toEqual([]);
    keepOnly(["sandbox"]);
    expect(readWatches("sandbox sandbox_one").watched).toMatchObject([{ id: "wf-1" }]);
    expect(readWatches("hosted-1").watched).toEqual([]);
  });
});

describe("newsOf", () => {
  it("is silent while a workflow runs and nothing is withheld", () => {
    expect(newsOf(watching, aRow(), at)).toEqual({ notice: undefined, watch: watching });
  });

  it("tells withheld output once, and goes on watching", () => {
    const workflow = aRow({ steps: [withheldStep], allowMatureContent: false });
    const { notice, watch: after } = newsOf(watching, workflow, at);
    expect(notice).toMatchObject({ status: "processing", withheldCount: 1 });
    expect(newsOf(after ?? watching, workflow, at).notice).toBeUndefined();
  });

  it("tells the end, and watches no longer", () => {
    expect(newsOf(watching, aRow({ status: "failed" }), at)).toMatchObject({
      notice: { status: "failed", name: "Fox" },
      watch: undefined,
    });
  });
});

describe("sayNotice", () => {
  it("names the workflow and how it ended", () => {
    expect(sayNotice(noticeOf({ status: "succeeded" }), true)).toMatchObject({
      title: "Fox: succeeded",
      tone: "success",
    });
    expect(sayNotice(noticeOf({ status: "expired" }), true)).toMatchObject({ title: "Fox: expired", tone: "danger" });
  });

  it("leaves the name of mature output out while it is hidden", () => {
    const notice = noticeOf({ status: "succeeded", steps: [withheldStep], allowMatureContent: false });
    const hidden = sayNotice(notice, true);
    expect(hidden).toEqual({
      title: "Workflow wf-1: succeeded",
      detail: "1 output is withheld and can be released.",
      tone: "neutral",
    });
    expect(sayNotice(notice, false).title).toBe("Fox: succeeded");
  });
});

describe("the watches", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    return () => vi.unstubAllGlobals();
  });

  it("are apart for each connection, and go with it", () => {
    watch("one", "wf-1");
    watch("one", "wf-1");
    watch("two", "wf-2");
    expect(readWatches("one").watched).toEqual([watching]);
    keepOnly(["two"]);
    expect(readWatches("one").watched).toEqual([]);
    unwatch("two", "wf-2");
    expect(readWatches("two").watched).toEqual([]);
  });

  it("tell a piece of news in one tab only", () => {
    watch("one", "wf-1");
    const news = newsOf(watching, aRow({ status: "succeeded" }), at);
    expect(keepNews("one", watching, news)).toBe(true);
    expect(keepNews("one", watching, news)).toBe(false);
    expect(readWatches("one")).toMatchObject({ watched: [], notices: [{ id: "wf-1", isSeen: false }] });
    markSeen("one");
    expect(readWatches("one").notices).toMatchObject([{ isSeen: true }]);
  });

  it("let the oldest go when there are too many", () => {
    for (let count = 0; count < 60; count += 1) watch("one", `wf-${count}`);
    const { watched } = readWatches("one");
    expect(watched).toHaveLength(50);
    expect(watched[0]?.id).toBe("wf-59");
  });
});
