// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ListEnd } from "./list-end.tsx";

afterEach(cleanup);

const anEnd = { rows: [], hasMore: true, isLoadingMore: false, moreError: null, lookedAt: 0, isNear: true };

describe("the end of the list", () => {
  it("loads on while it is near, also after a page that brought nothing", () => {
    const onLoadMore = vi.fn();
    const { rerender } = render(<ListEnd {...anEnd} onLoadMore={onLoadMore} />);
    rerender(<ListEnd {...anEnd} onLoadMore={onLoadMore} isLoadingMore />);
    rerender(<ListEnd {...anEnd} onLoadMore={onLoadMore} lookedAt={1_600} />);
    expect(onLoadMore).toHaveBeenCalledTimes(2);
  });

  it("loads nothing by itself while it is far, at the end, or after a failure", () => {
    const onLoadMore = vi.fn();
    render(<ListEnd {...anEnd} onLoadMore={onLoadMore} isNear={false} />);
    render(<ListEnd {...anEnd} onLoadMore={onLoadMore} hasMore={false} />);
    render(<ListEnd {...anEnd} onLoadMore={onLoadMore} moreError={new Error("lost")} />);
    expect(onLoadMore).not.toHaveBeenCalled();
  });

  it("asks whether a search that finds hardly anything goes on", async () => {
    const onLoadMore = vi.fn();
    render(<ListEnd {...anEnd} rows={[1, 2]} onLoadMore={onLoadMore} lookedAt={11_200} />);
    expect(screen.getByText(/11,200 workflows were looked at, and 2 of them match/)).toBeVisible();
    expect(onLoadMore).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Look at 10,000 more" }));
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });

  it("asks nothing of a long list whose rows match", () => {
    const onLoadMore = vi.fn();
    render(<ListEnd {...anEnd} rows={Array.from({ length: 50_000 })} onLoadMore={onLoadMore} lookedAt={50_000} />);
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });
});
