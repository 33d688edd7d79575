import { describe, expect, it } from "vitest";
import { bytesUrl, MediumElsewhere } from "./medium-bytes.ts";

const own = "http://127.0.0.1:4321";

describe("bytesUrl", () => {
  it("leaves a file of our own origin where it is, with its signature", () => {
    expect(bytesUrl(`${own}/v2/consumer/blobs/1.jpeg?sig=a%2Bb&exp=1`, own)).toBe(
      "/v2/consumer/blobs/1.jpeg?sig=a%2Bb&exp=1",
    );
  });

  it("leads a file of another host through the relay, with its signature", () => {
    expect(bytesUrl("https://orchestration.civitai.com/v2/consumer/blobs/1.jpeg?sig=a%2Bb", own)).toBe(
      "/relay/https%3A%2F%2Forchestration.civitai.com/v2/consumer/blobs/1.jpeg?sig=a%2Bb",
    );
    expect(bytesUrl("http://127.0.0.1:4322/v2/consumer/blobs/content/x", own)).toBe(
      "/relay/http%3A%2F%2F127.0.0.1%3A4322/v2/consumer/blobs/content/x",
    );
  });

  it.each([
    "https://cdn.example/1.jpeg",
    "https://cdn.example/v2/consumer/workflows",
    "https://cdn.example/v2/consumer/blobs/../workflows",
    "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC",
    "https://",
  ])("has no way to what the relay would not pass on: %s", (url) => {
    expect(bytesUrl(url, own)).toBeUndefined();
  });
});

describe("MediumElsewhere", () => {
  it("names the host that the file is on, which a redirect can make another one than that of its link", () => {
    const url = "https://api.example/v2/consumer/blobs/1.jpeg";
    expect(new MediumElsewhere(url)).toMatchObject({ host: "api.example", url });
    expect(new MediumElsewhere(url, "https://cdn.example:8443")).toMatchObject({
      url,
      message: "The file is on cdn.example:8443, which this Baton does not relay; open it there.",
    });
  });
});
