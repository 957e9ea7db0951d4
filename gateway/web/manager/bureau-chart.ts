import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
  type ChartConfiguration,
} from "chart.js";
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import type { Plan } from "./chart-plan.js";
import { words } from "./words.js";

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

const BAR_PX = 30;
const LABEL_LINE_PX = 16;
/** Of a line of a bar's name: a narrow screen has room for that and the bar. */
const LABEL_CHARACTERS = 22;
const AROUND_BARS_PX = 70;
const LEGEND_PX = 60;
const STANDING_PX = 320;

const darkColors = matchMedia("(prefers-color-scheme: dark)");

/** A chart, for the eyes only: the table under it says the same to everyone. Nothing moves in it. */
@customElement("bureau-chart")
export class BureauChart extends LitElement {
  static override styles = css`
    :host {
      display: block;

      --figure-solved_confirmed: #0b5f63;
      --figure-solved_assumed: #4f9c98;
      --figure-escalated: #3550a0;
      --figure-call_back: #7a8fd6;
      --figure-abandoned: #b57b10;
      --figure-not_understood: #a3221a;
      --figure-autre: #74888f;
      --figure-masque: #b4c0c4;
      --figure-accent: #0b5f63;
    }

    /* Chart.js sizes the canvas by what is around it. */
    div {
      position: relative;
    }

    @media (prefers-color-scheme: dark) {
      :host {
        --figure-solved_confirmed: #6fcfc9;
        --figure-solved_assumed: #2f8a85;
        --figure-escalated: #b3c4ff;
        --figure-call_back: #6078c8;
        --figure-abandoned: #f5d58f;
        --figure-not_understood: #ff8f82;
        --figure-autre: #7b9096;
        --figure-masque: #4a5c62;
        --figure-accent: #6fcfc9;
      }
    }
  `;

  private chart: Chart | undefined;
  private readonly redraw = () => this.draw();

  @query("canvas") private canvas!: HTMLCanvasElement;
  @query("div") private frame!: HTMLDivElement;

  @property({ attribute: false }) plan!: Plan;

  override connectedCallback(): void {
    super.connectedCallback();
    darkColors.addEventListener("change", this.redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    darkColors.removeEventListener("change", this.redraw);
    this.chart?.destroy();
  }

  protected override updated(): void {
    this.draw();
  }

  private draw(): void {
    this.chart?.destroy();
    const { bars, lying, parts } = this.plan;
    const legend = parts.length > 1 ? LEGEND_PX : 0;
    const lines = Math.max(...bars.map((bar) => wrapped(bar).length));
    const bar = Math.max(BAR_PX, (lines + 1) * LABEL_LINE_PX);
    const height = lying ? bars.length * bar + AROUND_BARS_PX : STANDING_PX;
    this.frame.style.blockSize = `${height + legend}px`;
    this.chart = new Chart(this.canvas, this.configuration());
  }

  private configuration(): ChartConfiguration<"bar"> {
    const { bars, parts, unit, lying } = this.plan;
    const style = getComputedStyle(this);
    const color = (name: string) => style.getPropertyValue(name).trim();
    const grid = { color: color("--portail-line") };
    const text = color("--portail-text");
    const stacked = parts.length > 1;
    const names = { stacked, grid: { display: false }, ticks: { color: text, autoSkip: !lying } };
    const amounts = {
      stacked,
      beginAtZero: true,
      grid,
      ticks: {
        color: text,
        maxTicksLimit: 6,
        callback: (value: number | string) => words.value(Number(value), unit),
      },
      ...(unit === "part" ? { suggestedMax: lying ? 1 : 0 } : {}),
    };
    return {
      type: "bar",
      data: {
        labels: lying ? bars.map(wrapped) : bars,
        datasets: parts.map(({ label, color: name, values }) => ({
          label,
          data: values,
          backgroundColor: color(`--figure-${name}`),
          maxBarThickness: 44,
        })),
      },
      options: {
        indexAxis: lying ? "y" : "x",
        animation: false,
        maintainAspectRatio: false,
        font: { family: style.fontFamily },
        scales: lying ? { x: amounts, y: names } : { x: names, y: amounts },
        plugins: {
          legend: { display: stacked, position: "bottom", labels: { color: text, boxWidth: 14 } },
          tooltip: {
            callbacks: {
              label: ({ dataset, raw }) =>
                `${dataset.label}\u00a0: ${words.value(Number(raw), unit)}`,
            },
          },
        },
      },
    };
  }

  protected override render(): TemplateResult {
    return html`<div aria-hidden="true"><canvas></canvas></div>`;
  }
}

/** A name in lines. */
function wrapped(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < LABEL_CHARACTERS) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
