import * as z from "zod/mini";

// The content security policy forbids compiling code from text, which zod would try with its first schema: this module
// is imported before any of them.
z.config({ jitless: true });
