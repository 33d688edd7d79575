// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useMediumLink } from "./use-medium-link.ts";

function medium(renew: (() => Promise<unknown>) | undefined) {
  let drawn = 0;
  const { result, rerender } = renderHook(
    ({ url }) => {
      drawn += 1;
      return useMediumLink("1.jpeg", url, renew);
    },
    { initialProps: { url: "/old" } },
  );
  return {
    timesDrawn: () => drawn,
    link: () => result.current,
    comes: (url: string) => rerender({ url }),
    loads: () => act(async () => result.current.onLoaded()),
    fails: () => act(async () => result.current.onFailed()),
    retries: () => act(async () => result.current.retry()),
  };
}

describe("useMediumLink", () => {
  it("keeps the link of what is loaded, whatever polling brings", async () => {
    const { link, comes, loads } = medium(undefined);
    await loads();
    comes("/fresh");
    expect(link().src).toBe("/old");
  });

  it("draws nothing again for what came at the first try", async () => {
    const { timesDrawn, loads } = medium(undefined);
    await loads();
    expect(timesDrawn()).toBe(1);
  });

  it("renews a link that fails, and loads the fresh one", async () => {
    const renew = vi.fn(async () => {});
    const { link, comes, fails, loads } = medium(renew);
    await fails();
    comes("/fresh");
    await loads();
    expect(renew).toHaveBeenCalledTimes(1);
    expect(link()).toMatchObject({ src: "/fresh", state: "fine", attempt: 1 });
  });

  it("uses a fresher link that came meanwhile before it asks for one", async () => {
    const renew = vi.fn(async () => {});
    const { link, comes, fails, loads } = medium(renew);
    await loads();
    comes("/fresh");
    await fails();
    expect(link()).toMatchObject({ src: "/fresh", state: "fine" });
    expect(renew).not.toHaveBeenCalled();
  });

  it("asks once for a file that is gone, then leaves it to the operator", async () => {
    const renew = vi.fn(async () => {});
    const { link, comes, fails, retries } = medium(renew);
    await fails();
    comes("/fresh");
    await fails();
    comes("/fresher");
    await fails();
    expect(link().state).toBe("broken");
    expect(renew).toHaveBeenCalledTimes(1);
    await retries();
    expect(renew).toHaveBeenCalledTimes(2);
    expect(link()).toMatchObject({ src: "/fresher", state: "fine" });
  });

  it("may ask again once something was loaded in between", async () => {
    const renew = vi.fn(async () => {});
    const { comes, fails, loads } = medium(renew);
    await fails();
    comes("/fresh");
    await loads();
    await fails();
    expect(renew).toHaveBeenCalledTimes(2);
  });
});
