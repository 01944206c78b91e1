package io.closeout.reporting.excel;

import io.closeout.register.ItemStatus;
import io.closeout.reporting.PoamRow;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making: all items by rising id, then {@link #finish()}. */
final class WorkbookDraft {

    private static final String TITLE = "Plan of action and milestones";

    private final Occasion occasion;
    private final XSSFWorkbook template = new XSSFWorkbook();
    private final LeanWorkbook workbook = new LeanWorkbook(template);
    private final CellStyles styles = new CellStyles(template);
    private final ItemSheet open;
    private final ItemSheet closed;
    private final ExportedSheet exported;
    private int accepted;
    private int overdue;

    WorkbookDraft(Occasion occasion) {
        this.occasion = occasion;
        open = new ItemSheet(itemSheet("Open"), WorkbookColumn.ofOpen(), styles);
        closed = new ItemSheet(itemSheet("Closed"), WorkbookColumn.ofClosed(), styles);
        exported = new ExportedSheet(workbook.createSheet(ExportedCells.SHEET));
        POIXMLProperties.CoreProperties properties = template.getProperties().getCoreProperties();
        properties.setCreator("Closeout");
        properties.setTitle(TITLE);
    }

    /** On tabloid (11 by 17 inches): on letter paper this many columns could not be read. */
    private SXSSFSheet itemSheet(String name) {
        SXSSFSheet sheet = workbook.createSheet(name);
        PageSetup.apply(sheet, PrintSetup.TABLOID_PAPERSIZE, true, pageHeading());
        return sheet;
    }

    private String pageHeading() {
        return occasion.company() + " – " + occasion.scope() + " – " + occasion.date();
    }

    void add(PoamRow item) {
        exported.add(item);
        ItemStatus status = item.item().status();
        if (status == ItemStatus.RISK_ACCEPTED) {
            accepted++;
        }
        if (staysOpen(status)) {
            open.add(item);
        } else {
            closed.add(item);
        }
        if (item.item().overdue()) {
            overdue++;
        }
    }

    /** FedRAMP's guide: an approved operational requirement stays on the sheet of open items. */
    private static boolean staysOpen(ItemStatus status) {
        return status.isOpen() || status == ItemStatus.RISK_ACCEPTED;
    }

    PoamWorkbook finish() {
        open.finish();
        closed.finish();
        about();
        hide();
        return new PoamWorkbook(workbook, open.items() + closed.items(), occasion.date());
    }

    /** Removes the temporary files of a workbook that will not be finished. */
    void abandon() {
        workbook.dispose();
    }

    /** At the end, so that nobody counts it among the sheets. */
    private void hide() {
        workbook.setSheetOrder(ExportedCells.SHEET, workbook.getNumberOfSheets() - 1);
        workbook.setSheetHidden(workbook.getSheetIndex(ExportedCells.SHEET), true);
        workbook.setActiveSheet(0);
    }

    private void about() {
        SXSSFSheet sheet = workbook.createSheet("About");
        PageSetup.apply(sheet, PrintSetup.LETTER_PAPERSIZE, false, pageHeading());
        AboutSheet about = new AboutSheet(sheet, styles);
        about.title(TITLE);
        about.fact("Company", occasion.company());
        about.fact("Scope", occasion.scope());
        about.fact("Generated at", occasion.generatedAt());
        about.count("Open items", open.items() - accepted);
        about.count("of them overdue", overdue);
        about.count("Accepted risks, on the sheet Open as well", accepted);
        about.count("Closed items", closed.items());
        about.fact("Ledger position", occasion.ledgerPosition());
        about.fact(
                "Edited?",
                "Hand it in again under POA&M workbooks: you see what differs from the register and choose cell by cell. Keep the IDs and the hidden sheet "
                        + ExportedCells.SHEET + ", by which Closeout tells who changed what.");
        about.meanings();
    }
}
