export type Hidden = typeof import('../../../problems/coding/data-cleaning/generate.ts');
