import data from '../data/catalogue.json' with { type: 'json' };

interface Text {
  zh: string;
  en: string;
}

export const datasetIds = ['test-results', 'pass-rates', 'certificates', 'producers', 'penalties', 'licences'] as const;
export type DatasetId = (typeof datasetIds)[number];

export const downloadForms = ['csv', 'json', 'xlsx'] as const;
export type DownloadForm = (typeof downloadForms)[number];

export interface Dataset {
  id: DatasetId;
  title: Text;
  description: Text;
  keywords: { zh: string[]; en: string[] };
  /** In which it is downloaded; a workbook is held whole, and offered where it is small. */
  forms: DownloadForm[];
  columns: { name: string; zh: string; en: string }[];
}

export interface Catalogue {
  title: Text;
  description: Text;
  publisher: Text;
  license: { url: string; name: string; source: string };
  datasets: Dataset[];
}

export const catalogue = data as Catalogue;

/** @throws Error for a dataset that has no row in `data/catalogue.json` */
export function datasetOf(id: DatasetId): Dataset {
  const found = catalogue.datasets.find((dataset) => dataset.id === id);
  if (!found) throw new Error(`no dataset ${id}`);
  return found;
}

/** A page of HTML, the rows of a dataset, or its download, under the platform's own address. */
export const addressOf = {
  catalogue: '/api/v1/public/open-data',
  page: '/public/open-data',
  rows: (id: DatasetId) => `/api/v1/public/open-data/${id}`,
  download: (id: DatasetId, form: DownloadForm) => `/api/v1/public/open-data/${id}/download?form=${form}`,
};
