// How an initiative is going: the latest report, the reports before it, and the form for a new one.
import { addDays, dayMonthYear } from "~/core/calendar"
import type { EditReply } from "~/features/elements/edit-form"
import { OperationFields } from "~/features/elements/operation-fields"
import { ProgressBar } from "~/ui/bullet"
import { Card } from "~/ui/card"
import { DateField, NumberField, RadioGroup, TextArea } from "~/ui/field"
import { ErrorSummary } from "~/ui/form-parts"
import { HealthMark } from "./initiative-marks"
import type { InitiativePageData } from "./initiative-page-data"
import "./initiative.css"
import { healthWords, partWords, reportedHealths, type StatusReport } from "./status-report"

const parts = ["scheduleHealth", "costHealth", "scopeHealth"] as const

/** Draws the latest report and those before it. */
export function StatusCard({ data }: { data: InitiativePageData }) {
  const { report, reports, today } = data
  const late = report?.nextReportOn && report.nextReportOn < today
  return (
    <Card
      title="How it is going"
      id="status"
      aside={<HealthMark health={data.health} />}
      foot={report?.nextReportOn ? <span>{late ? "◆ The next update was due " : "Next update "}{dayMonthYear(report.nextReportOn)}</span> : undefined}
    >
      {report === null ? (
        <p className="muted">Nothing is reported yet.</p>
      ) : (
        <div className="stack-small">
          <div className="row wrap status-parts">
            {parts.map((part) => (
              <HealthMark key={part} health={report[part]} prefix={partWords[part]} />
            ))}
          </div>
          {report.healthNote ? <p>{report.healthNote}</p> : null}
          {report.progress === null ? (
            <p className="muted small">How many steps are done is not known yet.</p>
          ) : (
            <div>
              <ProgressBar share={report.progress} />
              <small>{report.progress} % of steps done</small>
            </div>
          )}
        </div>
      )}
      {reports.length > 1 ? (
        <details className="disclose">
          <summary>{reports.length} reports</summary>
          <ol className="lines">
            {reports.map((each) => (
              <li key={each.id}>
                <span className="grow">
                  <span className="row wrap status-parts">
                    {parts.map((part) => (
                      <HealthMark key={part} health={each[part]} prefix={partWords[part]} />
                    ))}
                  </span>
                  {each.healthNote}
                  <small>
                    {each.by}, {dayMonthYear(each.reportedOn)}
                    {each.progress === null ? "" : ` · ${each.progress} % of steps done`}
                  </small>
                </span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </Card>
  )
}

/** Draws the form of a report: three parts, steps done, one sentence and the next date. */
export function ReportForm({ report, today, action, reply, cancelHref }: { report: StatusReport | null; today: string; action?: string; reply: EditReply | undefined; cancelHref: string }) {
  const typed = reply?.result?.initialValue ?? {}
  const errors = reply?.result?.error ?? {}
  const faults = Object.entries(errors).flatMap(([field, messages]) => (messages ?? []).map((message) => ({ id: field, message })))
  const of = (field: keyof StatusReport) => ({ name: field, errors: errors[field] ?? undefined, defaultValue: String(typed[field] ?? report?.[field] ?? "") })
  const next = typed.nextReportOn === undefined ? (report?.nextReportOn && report.nextReportOn > today ? report.nextReportOn : addDays(today, 30)) : String(typed.nextReportOn)
  return (
    <form method="post" action={action} className="form">
      <ErrorSummary faults={faults} />
      <OperationFields form={reply ? `report again ${faults.length}` : "report"} />
      <div className="form-row report-parts">
        {parts.map((part) => {
          const { defaultValue, ...rest } = of(part)
          return <RadioGroup key={part} label={partWords[part]} {...rest} required defaultValue={defaultValue || "not reported"} options={reportedHealths.map((value) => ({ value, label: healthWords[value] }))} />
        })}
      </div>
      <TextArea label="In one sentence" {...of("healthNote")} hint="What should the sponsor know?" rows={2} maxLength={400} />
      <div className="form-row">
        <NumberField label="Steps done" {...of("progress")} unit="%" />
        <DateField label="Next update" name="nextReportOn" errors={errors.nextReportOn ?? undefined} defaultValue={next} min={today} />
      </div>
      <div className="form-actions">
        <button type="submit" className="btn primary">
          Save the report
        </button>
        <a className="btn quiet" href={cancelHref} data-close-dialog>
          Leave as it is
        </a>
      </div>
    </form>
  )
}
