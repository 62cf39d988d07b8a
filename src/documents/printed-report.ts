/** The report as it goes to the printer. */
import type { Report } from "../domain/report.ts";
import type { Speech } from "../messages/speech.ts";
import type { Picture } from "./report-photos.ts";

/** What is printed, for whom, and with which pictures. */
export interface PrintedReport {
  readonly report: Report;
  /** The language of the page. */
  readonly speech: Speech;
  /** Pictures by file id; one that is not there is named. */
  readonly pictures: ReadonlyMap<string, Picture>;
}
