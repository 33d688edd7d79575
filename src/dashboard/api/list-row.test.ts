import { describe, expect, it } from "vitest";
import type { Workflow } from "#contract/workflow.ts";
import { listRows, paidFor, toListRow } from "./list-row.ts";

const aWorkflow = (url: string, endsAt: string, members: Partial<Workflow> = {}): Workflow => ({
  id: "1",
  createdAt: "2026-11-24T10:00:00Z",
  status: "succeeded",
  tags: ["ink"],
  transactions: { list: [{ type: "debit", amount: 8, accountType: "blue" }] },
  steps: [
    {
      $type: "imageGen",
      name: "hero",
      status: "succeeded",
      output: { images: [{ type: "image", id: "a.jpeg", available: true, url, urlExpiresAt: endsAt }] },
    },
  ],
  ...members,
});

describe("toListRow", () => {
  it("keeps what a row says, and shares what rows have in common", () => {
    const [one, other] = ["/a", "/b"].map((url) => toListRow(aWorkflow(url, "2099-01-01T00:00:00Z")));
    expect(one).toMatchObject({ id: "1", name: undefined, withheld: 0, paid: { blue: 8, green: 0, yellow: 0 } });
    expect(one?.thumbnails).toMatchObject([{ label: "hero, images[0]", url: "/a" }]);
    expect(one?.tags).toBe(other?.tags);
    expect(one?.chain).toBe(other?.chain);
    expect(one?.paid).toBe(other?.paid);
  });

  it("says unknown, and not 0, where the server told no transactions", () => {
    const row = toListRow(aWorkflow("/a", "", { transactions: null }));
    expect(row.paid).toBeUndefined();
    expect(paidFor([row, toListRow(aWorkflow("/a", ""))])).toBeUndefined();
    expect(paidFor([toListRow(aWorkflow("/a", ""))])).toBe(8);
  });
});

describe("a row that is read again", () => {
  const read = (sig: string, endsAt: string) => toListRow(aWorkflow(`/blobs/a.jpeg?sig=${sig}`, endsAt));

  it("keeps a link that still works, so that no picture is loaded twice", () => {
    const kept = listRows.keep?.(read("old", "2099-01-01T00:00:00Z"), read("new", "2099-01-02T00:00:00Z"));
    expect(kept?.thumbnails[0]?.url).toBe("/blobs/a.jpeg?sig=old");
  });

  it("takes the new link when the old one is over, or leads elsewhere", () => {
    const renewed = listRows.keep?.(read("old", "2020-01-01T00:00:00Z"), read("new", "2099-01-02T00:00:00Z"));
    expect(renewed?.thumbnails[0]?.url).toBe("/blobs/a.jpeg?sig=new");
    const other = toListRow(aWorkflow("/blobs/b.jpeg?sig=old", "2099-01-01T00:00:00Z"));
    expect(listRows.keep?.(other, read("new", "2099-01-02T00:00:00Z")).thumbnails[0]?.url).toContain("a.jpeg");
  });
});
