// Six measures to begin with, one for each theme, for a goal that has none.

export interface MeasureExample {
  key: string
  theme: string
  name: string
  unit: string
  direction: "up" | "down"
  from: string
  to: string
  readEveryDays: number
}

/** Numbers are only where to start from; the form shows them for the person to change. */
export const measureExamples: readonly MeasureExample[] = [
  { key: "customers", theme: "Happy customers", name: "Stars that customers give us", unit: "of 5", direction: "up", from: "3.9", to: "4.5", readEveryDays: 30 },
  { key: "time", theme: "Faster", name: "Days until it is done, typical case", unit: "days", direction: "down", from: "10", to: "5", readEveryDays: 30 },
  { key: "money", theme: "Money", name: "Yearly cost", unit: "k€", direction: "down", from: "500", to: "450", readEveryDays: 91 },
  { key: "quality", theme: "Right first time", name: "Cases without a mistake", unit: "%", direction: "up", from: "88", to: "98", readEveryDays: 30 },
  { key: "safety", theme: "Safe", name: "Single points of failure left", unit: "points", direction: "down", from: "7", to: "0", readEveryDays: 91 },
  { key: "people", theme: "Our own people", name: "Colleagues who say it helps their work", unit: "%", direction: "up", from: "55", to: "75", readEveryDays: 91 },
]
