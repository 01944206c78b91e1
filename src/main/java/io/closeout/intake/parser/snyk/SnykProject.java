package io.closeout.intake.parser.snyk;

import io.closeout.intake.parser.HardenedJson;
import io.closeout.intake.parser.dependency.ImageName;
import io.closeout.intake.parser.dependency.JsonFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a report says about the project that it speaks of; may stand behind its weaknesses, so it is read first. */
final class SnykProject {

    private static final String IMAGE = "docker-image|";

    private String name = "";
    private String path = "";
    private String targetFile = "";
    private String displayedFile = "";
    private String error = "";
    private String image = "";
    private final List<SnykProject> applications = new ArrayList<>();

    private SnykProject() {}

    /** From the object at hand. */
    static SnykProject read(HardenedJson json) throws IOException {
        SnykProject project = new SnykProject();
        json.members(member -> project.note(json, member));
        project.image = project.imageName();
        project.applications.forEach(application -> application.image = project.asset());
        return project;
    }

    private void note(HardenedJson json, String member) throws IOException {
        switch (member) {
            case "projectName" -> name = json.text();
            case "path" -> path = json.text();
            case "targetFile" -> targetFile = json.text();
            case "displayTargetFile" -> displayedFile = json.text();
            case "error" -> error = json.isObject() ? json.value().text("message") : json.text();
            case "applications" -> JsonFile.elements(json, each -> applications.add(read(each)));
            default -> json.skip();
        }
    }

    /** The tag stands only in the path, as in {@code shop/web:1.2/package.json} or {@code docker-archive:web:1.2.tar}. */
    private String imageName() {
        if (!name.startsWith(IMAGE)) {
            return "";
        }
        String repository = ImageName.withoutDigest(name.substring(IMAGE.length()));
        int tag = path.indexOf(repository + ":");
        String tagged = tag < 0 ? "" : path.substring(tag + repository.length() + 1);
        return ImageName.of("", repository, tagged.replaceFirst("[/@].*", "").replaceFirst("\\.tar$", ""));
    }

    /** The applications in an image are parts of it. */
    String asset() {
        return image.isEmpty() ? name : image;
    }

    /** In which the packages are listed, or that was looked at; may be empty. */
    String file() {
        String file = displayedFile.isEmpty() ? targetFile : displayedFile;
        return file.replace('\\', '/').replaceFirst("^(\\./)+", "");
    }

    String path() {
        return path;
    }

    /** Why nothing was looked at; empty if something was. */
    String error() {
        return error;
    }

    SnykProject application(int number) {
        return applications.get(number);
    }
}
