import { describe, expect, it } from "vitest";
import { callbackSchema, callbackTypes, isToldOf } from "./callbacks.ts";
import { statuses } from "./status.ts";

const callback = { url: "https://example.org/hook", type: ["workflow:*"] };

describe("callbackTypes", () => {
  it("are every status and all of them together, of workflow, step and job", () => {
    expect(callbackTypes).toHaveLength(3 * (statuses.length + 1));
    expect(callbackTypes).toEqual(expect.arrayContaining(["workflow:*", "step:preparing", "job:canceled"]));
  });
});

describe("callbackSchema", () => {
  it.each([
    "https://example.org",
    "https://example.org:8443/hook?secret=1",
    "http://localhost/hook",
    "http://localhost:9000",
    "http://localhost?secret=1",
    "http://127.0.0.1:9000/hook",
    "http://127.1.2.3/",
    "http://[::1]:9000/hook",
    "https://[2001:db8::1]:8443/hook",
  ])("takes the url %s", (url) => {
    expect(callbackSchema.safeParse({ ...callback, url }).success).toBe(true);
  });

  it.each([
    "",
    "example.org/hook",
    "https://",
    "https:///hook",
    "https://example.org/a hook",
    "http://example.org/hook",
    "http://localhost.example.org/",
    "http://localhost@example.org/",
    "http://localhost:80@example.org/",
    "https://user:word@example.org/",
    "https://example.org@127.0.0.1/",
    "https://example.org\\@127.0.0.1/",
    "http://127.0.0.1\\@example.org/",
    "http://127.0.0.256/",
    "http://127.1/",
    "http://2130706433/",
    "http://0.0.0.0/",
    "http://[::ffff:127.0.0.1]/",
    "file:///etc/hosts",
    "//example.org/hook",
    "http://127.0.0.1.example.org/",
    "http://10.0.0.1/",
    "ftp://localhost/",
    "javascript:alert(1)",
    " https://example.org",
    "http://example.org/?http://localhost/",
  ])("refuses the url %j", (url) => {
    expect(callbackSchema.safeParse({ ...callback, url }).success).toBe(false);
  });

  it.each([[[]], [["workflow"]], [["workflow:done"]], [["blob:*"]], [["workflow:*", "step"]]])(
    "refuses the event types %j",
    (type) => {
      expect(callbackSchema.safeParse({ ...callback, type }).success).toBe(false);
    },
  );

  it.each([true, false, null, undefined])("takes detailed %s", (detailed) => {
    expect(callbackSchema.safeParse({ ...callback, detailed }).success).toBe(true);
  });
});

describe("isToldOf", () => {
  it.each([
    [["workflow:*"], "workflow:preparing", true],
    [["workflow:*"], "step:preparing", false],
    [["step:failed", "job:*"], "step:failed", true],
    [["step:failed", "job:*"], "step:succeeded", false],
    [["step:failed", "job:*"], "job:canceled", true],
  ] as const)("%j of %s: %s", (type, event, told) => {
    expect(isToldOf({ type: [...type] }, event)).toBe(told);
  });
});
