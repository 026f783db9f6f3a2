/** Sandbox departments: made-up records behind real data services, for demos and tests. */
export { messageType } from "./contract.ts";
export { type Departments, type DepartmentSettings, openDepartments } from "./departments.ts";
export { departmentRoutes, directoryRoutes } from "./routes.ts";
