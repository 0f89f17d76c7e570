export { categoryOfCpv } from './cpv-category.ts';
export { oddCodes } from './correct-mappings.ts';
export { ListCategories, type Category } from './list-categories.ts';
export { catalogue } from './room.ts';
